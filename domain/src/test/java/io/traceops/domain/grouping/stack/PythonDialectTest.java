package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonDialectTest {
    private final PythonDialect python = new PythonDialect();

    @Test
    void language_isPython() {
        assertThat(python.language()).isEqualTo(StackLanguage.PYTHON);
    }

    @Test
    void exceptionType_anyStack_isNone() {
        assertThat(python.exceptionType("  File \"a.py\", line 1, in f\nValueError: x"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Traceback (most recent call last):\n  File \"a.py\", line 1, in f",
                "  |   File \"a.py\", line 1, in f",
                "  File \"a.py\", line 3\n    def x(\nSyntaxError: x"
            })
    void recognises_frameOfPython_isTrue(String text) {
        assertThat(python.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Traceback (most recent call last):",
                "Traceback (most recent call last):\n\t1: from a.rb:1:in `f'",
                "File \"",
                "File \"a.py\"",
                "x File \"a.py\", line 1"
            })
    void recognises_anotherShape_isFalse(String text) {
        assertThat(python.recognises(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "File \"/srv/app/shop/cart.py\", line 1, in add;shop/cart.py|add",
                "File \"/srv/app/shop/cart.py\", line 1;shop/cart.py|",
                "File \"C:\\app\\shop\\cart.py\", line 1, in add;shop/cart.py|add",
                "File \"/srv/app/shop/cart.py\", line 1, in <module>;shop/cart.py|<module>",
                "File \"/srv/app/shop/cart.py\", line 1, in <lambda>;shop/cart.py|<lambda>",
                "File \"/srv/app/shop/cart.py\", line 1, in <genexpr>;shop/cart.py|<genexpr>",
                "File \"/srv/app/shop/cart.py\", line 1, in retry.<locals>.call;shop/cart.py|retry.call",
                "File \"/srv/app/shop/cart.py\", line 1, in a.<locals>.b.<locals>.c;shop/cart.py|a.b.c",
                "File \"/srv/app/shop/cart.py\", line 1, in a.<locals>.<listcomp>;shop/cart.py|a",
                "File \"/srv/app/shop/cart.py\", line 1, in a.<locals>.<lambda>;shop/cart.py|a.<lambda>",
                "File \"<stdin>\", line 1, in <module>;<stdin>|<module>",
                "File \"<string>\", line 1, in <module>;(<string>|<module>)",
                "File \"<frozen importlib._bootstrap>\", line 1, in _load;(<frozen importlib._bootstrap>|_load)",
                "File \"<ipython-input-3-1f9b0c2a7d11>\", line 1, in f;<ipython-input>|f",
                "File \"/x/lib/python3.12/json/decoder.py\", line 1, in decode;(json/decoder.py|decode)",
                "File \"/x/lib/python3.12/site-packages/django/db/x.py\", line 1, in f;(django/db/x.py|f)",
                "File \"/usr/lib/python3/dist-packages/apt/x.py\", line 1, in f;(apt/x.py|f)",
                "File \"C:\\Python312\\Lib\\json\\x.py\", line 1, in f;(json/x.py|f)",
                "File \"pandas/_libs/x.pyx\", line 1, in pandas._libs.x.get;(_libs/x.pyx|pandas._libs.x.get)",
                "File \"shop/_fast/x.pyx\", line 1, in shop._fast.x.get;_fast/x.pyx|shop._fast.x.get",
                "File \"/srv/app/shop/cart.py\", line 1, in requests;shop/cart.py|requests",
            })
    void walk_frame_isNamedAndJudged(String frame, String shown) {
        assertThat(VisitedFrames.of(python, "  " + frame + "  \n    code\nValueError: x"))
                .containsExactly(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<listcomp>", "<dictcomp>", "<setcomp>"})
    void walk_comprehension_isLeftOut(String comprehension) {
        assertThat(VisitedFrames.of(
                        python,
                        "  File \"/a/b.py\", line 1, in f\n  File \"/a/b.py\", line 1, in " + comprehension + "\nX: x"))
                .containsExactly("a/b.py|f");
    }

    @Test
    void walk_frames_beginsWithTheLast() {
        assertThat(VisitedFrames.of(python, """
            Traceback (most recent call last):
              File "/a/main.py", line 1, in <module>
                run()
                ~~~^^
              File "/a/job.py", line 2, in run
                step()
              [Previous line repeated 3 more times]
              File "/a/step.py", line 3, in step
            ValueError: x
            """))
                .containsExactly("a/step.py|step", "a/job.py|run", "a/main.py|<module>");
    }

    @Test
    void walk_visitorThatHasSeenEnough_isAskedNoMore() {
        String text = """
            File "/a/a.py", line 1, in f
            File "/a/a.py", line 1, in g
            File "/a/a.py", line 1, in h
            """;

        assertThat(VisitedFrames.of(python, text, 2)).containsExactly("a/a.py|h", "a/a.py|g");
    }

    @Test
    void walk_raw_isTheLineAsPrinted() {
        assertThat(VisitedFrames.raw(python, "  | File \"/a/b.py\", line 1, in f \r\nX: x"))
                .containsExactly("File \"/a/b.py\", line 1, in f");
    }

    @Test
    void walk_chain_showsTheLastBlockAlone() {
        assertThat(VisitedFrames.of(python, """
            Traceback (most recent call last):
              File "/a/first.py", line 1, in first
            KeyError: 'a'

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/a/last.py", line 1, in last
            ValueError: x
            """)).containsExactly("a/last.py|last");
    }

    @Test
    void walk_chainCutBehindItsLastHeader_showsTheBlockBefore() {
        assertThat(VisitedFrames.of(python, """
            Traceback (most recent call last):
              File "/a/first.py", line 1, in first
            KeyError: 'a'

            Traceback (most recent call last):
            """)).containsExactly("a/first.py|first");
    }

    @Test
    void walk_group_showsTheFirstMemberThatWasRaised() {
        String group = """
              + Exception Group Traceback (most recent call last):
              |   File "/a/main.py", line 1, in <module>
              | ExceptionGroup: eg (3 sub-exceptions)
              +-+---------------- 1 ----------------
                | TypeError: never raised
                +---------------- 2 ----------------
                | Traceback (most recent call last):
                |   File "/a/second.py", line 1, in outer
                |   File "/a/second.py", line 2, in second
                | ValueError: 1
                +---------------- 3 ----------------
                | Traceback (most recent call last):
                |   File "/a/third.py", line 1, in third
                | ValueError: 2
                +------------------------------------
            """;

        assertThat(VisitedFrames.of(python, group)).containsExactly("a/second.py|second", "a/second.py|outer");
    }

    @Test
    void walk_memberThatIsAChain_showsItsLastBlock() {
        String group = """
              + Exception Group Traceback (most recent call last):
              |   File "/a/main.py", line 1, in <module>
              +-+---------------- 1 ----------------
                | Traceback (most recent call last):
                |   File "/a/cause.py", line 1, in cause
                | KeyError: 1
                |
                | The above exception was the direct cause of the following exception:
                |
                | Traceback (most recent call last):
                |   File "/a/thrown.py", line 1, in thrown
                | ValueError: 1
                +------------------------------------
            """;

        assertThat(VisitedFrames.of(python, group)).containsExactly("a/thrown.py|thrown");
    }

    @Test
    void walk_groupOfExceptionsThatWereNeverRaised_showsItsOwnFrames() {
        String group = """
              + Exception Group Traceback (most recent call last):
              |   File "/a/main.py", line 1, in <module>
              | ExceptionGroup: eg (1 sub-exception)
              +-+---------------- 1 ----------------
                | ValueError: 1
                +------------------------------------
            """;

        assertThat(VisitedFrames.of(python, group)).containsExactly("a/main.py|<module>");
    }

    @Test
    void walk_groupBehindAnotherException_stillDecides() {
        String chain = """
            Traceback (most recent call last):
              File "/a/first.py", line 1, in first
            KeyError: 'a'

            During handling of the above exception, another exception occurred:

              + Exception Group Traceback (most recent call last):
              |   File "/a/main.py", line 1, in <module>
              +-+---------------- 1 ----------------
                | Traceback (most recent call last):
                |   File "/a/member.py", line 1, in member
                | ValueError: 1
                +------------------------------------
            """;

        assertThat(VisitedFrames.of(python, chain)).containsExactly("a/member.py|member");
    }

    @Test
    void walk_exceptionBehindAGroup_decides() {
        String chain = """
              + Exception Group Traceback (most recent call last):
              |   File "/a/main.py", line 1, in <module>
              +-+---------------- 1 ----------------
                | Traceback (most recent call last):
                |   File "/a/member.py", line 1, in member
                +------------------------------------

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "/a/after.py", line 1, in after
            RuntimeError: after
            """;

        assertThat(VisitedFrames.of(python, chain)).containsExactly("a/after.py|after");
    }

    @Test
    void walk_noFrame_showsNone() {
        assertThat(VisitedFrames.of(python, "")).isEmpty();
        assertThat(VisitedFrames.of(python, "\n\nTraceback (most recent call last):\nValueError"))
                .isEmpty();
    }
}
