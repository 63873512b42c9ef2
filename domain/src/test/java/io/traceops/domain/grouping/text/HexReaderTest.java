package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HexReaderTest {
    @TestFactory
    Stream<DynamicTest> uuid_anyCaseAndPlace_isReplaced() {
        return Examples.always("""
            id 550e8400-e29b-41d4-a716-446655440000 => id <uuid>
            550E8400-E29B-41D4-A716-446655440000: gone => <uuid>: gone
            {abcdefab-cdef-4bcd-efab-cdefabcdefab} => {<uuid>}
            order_550e8400-e29b-41d4-a716-446655440000_x => order_<uuid>_x
            12345678-1234-1234-1234-123456789012 => <uuid>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> uuid_wrongShape_isNoUuid() {
        return Examples.of("""
            abcdefab-cdef-abcd-efab-cdefabcdefa => abcdefab-cdef-abcd-efab-cdefabcdefa
            abcdefab-cdef-abcd-efab-cdefabcdefabc => abcdefab-cdef-abcd-efab-cdefabcdefabc
            abcdefab-cdef-abcd-efab_cdefabcdefab => abcdefab-cdef-abcd-efab_cdefabcdefab
            abcdefab-cdef-abxd-efab-cdefabcdefab => abcdefab-cdef-abxd-efab-cdefabcdefab
            xabcdefab-cdef-abcd-efab-cdefabcdefab => xabcdefab-cdef-abcd-efab-cdefabcdefab\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> hex_eightDigitsOrMore_isReplaced() {
        return Examples.always("""
            commit deadbee1 broke => commit <hex> broke
            sha da39a3ee5e6b4b0d3255bfef95601890afd80709 => sha <hex>
            DEADBEE1 => <hex>
            req_5f3a9b2c => req_<hex>
            (5f3a9b2c) => (<hex>)\
            """);
    }

    @TestFactory
    Stream<DynamicTest> hex_tooShortOrWithoutDigitOrInWord_stays() {
        return Examples.neverReplaced("""
            commit deadbe1 broke
            the word deadbeef stays
            the word effaceddecade stays
            xdeadbee1 and deadbee1x stay\
            """);
    }

    @TestFactory
    Stream<DynamicTest> hexNumber_anyLength_isReplaced() {
        return Examples.always("""
            at 0x7ffe12ab => at <hex>
            at 0X1F, at 0x0 => at <hex>, at <hex>
            <Foo object at 0x7f3c> => <Foo object at <hex>>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> hexNumber_withoutDigitsOrInWord_stays() {
        return Examples.neverReplaced("""
            0x is no number
            0xyz and a0x1 and 0x1fg are none\
            """);
    }

    @TestFactory
    Stream<DynamicTest> identifier_objectIdOrUlid_isReplaced() {
        return Examples.always("""
            no document 507f1f77bcf86cd799439011 => no document <id>
            no job 01ARZ3NDEKTSV4RRFFQ69G5FAV => no job <id>
            no job 01arz3ndektsv4rrffq69g5fav => no job <id>
            no job 7ZZZZZZZZZZZZZZZZZZZZZZZZZ => no job <id>
            507f1f77bcf86cd79943901 => <hex>
            507f1f77bcf86cd7994390111 => <hex>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ulid_wrongShape_stays() {
        return Examples.neverReplaced("""
            8ZZZZZZZZZZZZZZZZZZZZZZZZZ begins too high
            01ARZ3NDEKTSV4RRFFQ69G5FA is short
            01ARZ3NDEKTSV4RRFFQ69G5FAVX is long
            01ARZ3NDEKTSV4RRFFQ69G5FAU has a U
            01ARZ3NDEKTSV4RRFFQ69G5FaV has both cases
            01ARZ3NDEKTSV4RRFFQ69G5F-V has a dash
            01ARZ3NDEKTSV4RRFFQ69G5FAVé is longer still\
            """);
    }
}
