package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuotedReaderTest {
    @TestFactory
    Stream<DynamicTest> quoted_everyStyle_isReplacedIfAFramePinsThePlace() {
        return Examples.byEvidence("""
            no key 'name' in "x y" => no key 'name' in "x y" => no key <quoted> in <quoted>
            undefined method `foo' for nil => undefined method `foo' for nil => undefined method <quoted> for nil
            type `A` is not `B` => type `A` is not `B` => type <quoted> is not <quoted>
            no “name”, no «nom» => no “name”, no «nom» => no <quoted>, no <quoted>
            empty '' => empty '' => empty <quoted>
            b'abc' U"x" => b'abc' U"x" => b<quoted> U<quoted>
            say "a \\"b\\" c" => say "a \\"b\\" c" => say <quoted>
            say \\"a\\" twice => say \\"a\\" twice => say \\<quoted> twice
            'bob's file' => 'bob's file' => <quoted>
            ('a','b') => ('a','b') => (<quoted>,<quoted>)\
            """);
    }

    @TestFactory
    Stream<DynamicTest> quote_unclosedOrInWord_stays() {
        return Examples.neverReplaced("""
            can't and won't
            the users' files aren't there
            an open 'quote
            an open "quote with 'another
            a "quote"d word
            rock'n'roll
            xb'abc'\
            """);
    }

    @TestFactory
    Stream<DynamicTest> quoted_memberName_stays() {
        return Examples.byEvidence("""
            {"id": "x"} => {"id": "x"} => {"id": <quoted>}
            { 'id': 'x', 'of': 'y' } => { 'id': 'x', 'of': 'y' } => { 'id': <quoted>, 'of': <quoted> }
            {"a":"b","c":"d"} => {"a":"b","c":"d"} => {"a":<quoted>,"c":<quoted>}
            'id': x => 'id': x => <quoted>: x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> quoted_withToken_isReadInsideWithoutAFrame() {
        return Examples.byEvidence("""
            no 'order 12345' => no 'order <int>' => no <quoted>
            no "550e8400-e29b-41d4-a716-446655440000" => no "<uuid>" => no <quoted>\
            """);
    }

    @Test
    void quote_closesOnTheNextLine_stays() {
        assertThat(Examples.pinned("an 'open\nline' b")).isEqualTo("an 'open\nline' b");
    }
}
