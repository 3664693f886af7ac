package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.runtime.testkit.BundleJar;

/** A candidate sees the world of the recorded call and nothing else. */
class SituationTest {

    private static final String WORKSPACES = "tacit.api.trace.TraceStore";

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    /** A provider that holds one service in {@code held}. */
    private static byte[] holding(String type, String target, String statements) {
        return BundleJar.named("fox.holds", "1.0.0")
                .component("fox.Den", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="fox.Den">
                          <property name="tacit.role" type="String" value="failure-template"/>
                          <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
                          <reference name="held" interface="%s" field="held" target="%s"/>
                          <implementation class="fox.Den"/>
                        </scr:component>
                        """.formatted(type, target))
                .source("fox.Den", Candidates.den(statements, "private " + type + " held;"))
                .bytes();
    }

    private static Situation with(InnerCall... inner) {
        Situation plain = Sandboxes.situation("hen");
        return new Situation(plain.role(), plain.method(), plain.inputs(), plain.clock(), plain.seed(), List.of(inner));
    }

    private static InnerCall workspaces(String output) {
        return new InnerCall(WORKSPACES, "workspaces()", "[]", output);
    }

    private static List<CaseResult> ask(byte[] jar, Situation... situations) {
        return sandboxes
                .usual()
                .run(sandboxes.run(jar, Sandboxes.none(), situations))
                .results();
    }

    @Test
    void showsTheRecordedTime() {
        byte[] jar = holding("java.time.Clock", "(tacit.recorded.view=true)", "return held.instant().toString();");

        assertThat(ask(jar, with()))
                .extracting(CaseResult::output)
                .containsExactly("\"2026-03-04T05:06:07.000000008Z\"");
    }

    @Test
    void repeatsTheRecordedRandomNumbers() {
        byte[] jar = holding(
                "java.util.random.RandomGenerator",
                "(tacit.recorded.view=true)",
                "return held.nextLong() + \" \" + held.nextInt(1000) + \" \" + held.nextDouble();");
        RandomGenerator same = new SplittableRandom(42);
        String expected = "\"" + same.nextLong() + " " + same.nextInt(1000) + " " + same.nextDouble() + "\"";

        assertThat(ask(jar, with(), with())).extracting(CaseResult::output).containsExactly(expected, expected);
    }

    @Test
    void answersWhatTheSituationHoldsInOrder() {
        byte[] jar = holding(
                WORKSPACES, "(tacit.recorded.view=true)", "return held.workspaces() + \"\" + held.workspaces();");

        List<CaseResult> results = ask(jar, with(workspaces("[\"barn\"]"), workspaces("[\"barn\",\"field\"]")));

        assertThat(results).extracting(CaseResult::output).containsExactly("\"[barn][barn, field]\"");
    }

    @Test
    void throwsWhatWasThrownThen() {
        byte[] jar = holding(WORKSPACES, "(tacit.recorded.view=true)", """
                try {
                    return held.workspaces().toString();
                } catch (UnsupportedOperationException caught) {
                    return caught.getMessage();
                }
                """);
        String thrown = "{\"thrown\":\"java.lang.UnsupportedOperationException: not \\\"here\\\"\"}";

        assertThat(ask(jar, with(workspaces(thrown))))
                .extracting(CaseResult::output)
                .containsExactly("\"not \\\"here\\\"\"");
    }

    @Test
    void isUnanswerableWithoutTheRecordEvenIfTheCandidateShrugs() {
        byte[] jar = holding(WORKSPACES, "(tacit.recorded.view=true)", """
                try {
                    return held.workspaces().toString();
                } catch (RuntimeException shrug) {
                    return message;
                }
                """);

        List<CaseResult> results = ask(jar, with(), with(workspaces("[]")));

        assertThat(results).extracting(CaseResult::status).containsExactly(Status.UNANSWERABLE, Status.ANSWERED);
        assertThat(results.get(0).reason())
                .isEqualTo("it asked tacit.api.trace.TraceStore.workspaces(), which the situation does not hold");
        assertThat(results.get(0).output()).isNull();
    }

    @Test
    void asksOtherRolesThroughTheirFacades() {
        byte[] jar =
                holding("tacit.api.ingest.TraceSource", "(tacit.facade=trace-source/barn)", "return held.format();");
        InnerCall format = new InnerCall("trace-source/barn", "format()", "[]", "\"straw\"");

        assertThat(ask(jar, with(format))).extracting(CaseResult::output).containsExactly("\"straw\"");
    }
}
