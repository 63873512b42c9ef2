package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Codes that state the kind of a failure stay even where a stack frame pins the place. */
class FailureCodesTest {
    @TestFactory
    Stream<DynamicTest> httpStatus_behindItsWord_stays() {
        return Examples.neverReplaced("""
            Request failed with status code 404
            status: 404
            status=404
            status (404)
            STATUS 404
            statusCode->404
            {"status":404}
            http_status 502
            HTTP 502 from upstream
            HTTP/1.1 503 Service Unavailable
            HTTP/2 503
            HTTP Error 404: Not Found
            HTTPError: 404
            status of 404
            response status was 500
            status code is 418
            http response received 404
            status 404.3
            code: 'E42'
            status "404"
            error_code=1006\
            """);
    }

    @TestFactory
    Stream<DynamicTest> exitCodeOrSignal_behindItsWord_stays() {
        return Examples.neverReplaced("""
            exit status 1
            exited with code 137
            process exited with 3
            Exit code: -1
            exitcode 2 and returncode=3 and retcode: 4
            exit(1)
            killed by signal 9
            signal: 11
            exit code 0xC0000005
            HRESULT: 0x80070005 and HRESULT -2147467259
            NTSTATUS 0xc0000005\
            """);
    }

    @TestFactory
    Stream<DynamicTest> systemError_behindItsWord_stays() {
        return Examples.neverReplaced("""
            [Errno 13] Permission denied
            errno=104 and errno: -111 and errno10061
            [WinError 10061] refused
            No such file or directory (os error 2)
            OSError 5
            system error 5, socket error 10060
            cURL error 28: timed out
            kernel error 7, rpc error -32601
            error number 5 and error no 7\
            """);
    }

    @TestFactory
    Stream<DynamicTest> databaseError_withItsMarks_stays() {
        return Examples.neverReplaced("""
            SQLSTATE 23505 and SQLSTATE: 42601 and SQLSTATE[23000]
            (SQLSTATE=08006)
            sqlcode -204
            SQL Error: 1062
            SQLSTATE[HY000] [2002] Connection refused
            ERROR 1045 (28000): Access denied
            Error 1146 (42S02): no table
            ORA-00942: no table
            PLS-00201, TNS-12541, DPI-1047, NJS-040, MY-010931
            error code 18456
            driver error 5 and vendor error 6 and server error 7\
            """);
    }

    @TestFactory
    Stream<DynamicTest> databaseError_inTuple_keepsItsNumber() {
        return Examples.byEvidence("""
            (x.XError) (2003, "no") => (x.XError) (2003, "no") => (x.XError) (2003, <quoted>)
            IntegrityError: (1062, 'x') => IntegrityError: (1062, 'x') => IntegrityError: (1062, <quoted>)
            KeyList (1062, 'x') => KeyList (1062, 'x') => KeyList (<int>, <quoted>)
            Error (1062, x) => Error (1062, x) => Error (<int>, x)
            Error (1062,'x') => Error (1062,'x') => Error (<int>,<quoted>)
            Error [1062, 'x'] => Error [1062, 'x'] => Error [<int>, <quoted>]\
            """);
    }

    @TestFactory
    Stream<DynamicTest> number_behindOtherWords_isReplaced() {
        return Examples.byEvidence("""
            Error 1 => Error 1 => Error <int>
            error: 5 => error: 5 => error: <int>
            my error 5 => my error 5 => my error <int>
            barcode 5, unicode 6 => barcode 5, unicode 6 => barcode <int>, unicode <int>
            status update 5 => status update 5 => status update <int>
            status, 5 => status, 5 => status, <int>
            status 404 5 => status 404 5 => status 404 <int>
            5 status => 5 status => <int> status
            code of was by with 5 => code of was by with 5 => code of was by with <int>
            status          5 => status 5 => status <int>
            is 5 => is 5 => is <int>
            FTP/1.1 5 => FTP/1.1 5 => FTP/<decimal> <int>
            ORD-942, XORA-942, ORA_942 => ORD-942, XORA-942, ORA_942 => ORD-<int>, XORA-<int>, ORA_<int>
            Error 1045 (2800): x => Error 1045 (2800): x => Error <int> (<int>): x
            Error 1045 [28000] => Error 1045 [<int>] => Error <int> [<int>]
            Foo 1045 (28000) => Foo 1045 (<int>) => Foo <int> (<int>)
            Error 1045 (28_00) => Error 1045 (28_00) => Error <int> (<int>_<int>)
            Error x (28000) => Error x (<int>) => Error x (<int>)
            [HY000] [2002] => [HY000] [2002] => [HY000] [<int>]
            SQLSTATE[HY_00] [2002] => SQLSTATE[HY_00] [2002] => SQLSTATE[HY_<int>] [<int>]
            SQLSTATE[HY000] (2002) => SQLSTATE[HY000] (2002) => SQLSTATE[HY000] (<int>)\
            """);
    }

    @TestFactory
    Stream<DynamicTest> value_tooLongForACode_isReplaced() {
        return Examples.always("""
            code 482913 expired => code <int> expired
            code 0x7fff123456 => code <hex>
            code deadbee1, code 5f3a9b2c => code <hex>, code <hex>
            code +49301234567 => code <int>\
            """);
    }

    @Test
    void quoted_behindCode_staysIfItIsOneShortWord() {
        String word = "'" + "x".repeat(40) + "'";

        assertThat(Examples.pinned("code " + word)).isEqualTo("code " + word);
        assertThat(Examples.pinned("code 'x" + word.substring(1))).isEqualTo("code <quoted>");
        assertThat(Examples.pinned("code 'a b'")).isEqualTo("code <quoted>");
    }
}
