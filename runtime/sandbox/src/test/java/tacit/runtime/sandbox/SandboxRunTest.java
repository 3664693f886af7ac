package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.runtime.testkit.BundleJar;

class SandboxRunTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    @Test
    void answersEveryCaseInOrder() {
        SandboxReport report = sandboxes.ask(Candidates.echo(), "hen", "fox");

        assertThat(report.startFailure()).isNull();
        assertThat(report.results()).extracting(CaseResult::caseId).containsExactly("c0", "c1");
        assertThat(report.results()).extracting(CaseResult::output).containsExactly("\"hen\"", "\"fox\"");
        assertThat(report.results()).allMatch(result -> result.took().toNanos() > 0);
        assertThat(report.processes()).isOne();
    }

    @Test
    void reportsTheWallsInForce() {
        SandboxReport report = sandboxes.ask(Candidates.echo(), "hen");

        assertThat(report.level()).isEqualTo(sandboxes.usual().level());
        assertThat(report.walls()).isEqualTo(sandboxes.usual().walls()).isNotEmpty();
    }

    @Test
    void tellsWhatACandidateThrew() {
        byte[] jar = Candidates.answering("throw new Error(message + \" \\\"quoted\\\"\");");

        CaseResult result = Sandboxes.only(sandboxes.ask(jar, "hen"));

        assertThat(result.status()).isEqualTo(CaseResult.Status.THREW);
        assertThat(result.reason()).isEqualTo("java.lang.Error: hen \"quoted\"");
        assertThat(result.output()).isNull();
    }

    @Test
    void startsACandidateThatIsAskedNothing() {
        assertThat(sandboxes.ask(Candidates.echo()).startFailure()).isNull();
        assertThat(sandboxes
                        .ask(Candidates.starting("throw new Exception(\"sly\");"))
                        .startFailure())
                .isEqualTo("it did not start: Exception: sly");
    }

    @Test
    void givesTheCandidateItsConfiguration() {
        byte[] jar = BundleJar.named("fox.tuned", "1.0.0")
                .component("fox.Den", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="fox.Den"
                            configuration-policy="require" activate="on">
                          <property name="tacit.role" type="String" value="failure-template"/>
                          <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
                          <implementation class="fox.Den"/>
                        </scr:component>
                        """)
                .source("fox.Den", Candidates.den("return sound;", """
                        private String sound = "";
                        void on(java.util.Map<String, Object> settings) { sound = (String) settings.get("sound"); }
                        """))
                .bytes();
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        settings.put("fox.Den", new TreeMap<>(Map.of("sound", "yap")));

        CaseResult result =
                Sandboxes.only(sandboxes.usual().run(sandboxes.run(jar, settings, Sandboxes.situation("hen"))));

        assertThat(result.output()).isEqualTo("\"yap\"");
    }

    @Test
    void refusesARunThatDemandsMoreThanIsOffered() {
        ProcessSandbox weak = sandboxes.sandbox(Map.of("highest_level", "process"));
        SandboxRun run = sandboxes.run(Candidates.echo(), Sandboxes.DEADLINE, "hen");
        SandboxRun demanding =
                new SandboxRun(run.sha256(), run.configurations(), run.cases(), run.deadline(), SandboxLevel.LIMITED);

        assertThat(weak.run(run).level()).isEqualTo(SandboxLevel.PROCESS);
        assertThatThrownBy(() -> weak.run(demanding))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot run the candidate: the run demands level LIMITED, this system allows PROCESS");
    }

    @Test
    void refusesAJarThatIsNotInTheStore() {
        SandboxRun run = sandboxes.run(Candidates.echo(), Sandboxes.DEADLINE, "hen");
        SandboxRun lost =
                new SandboxRun("0".repeat(64), run.configurations(), run.cases(), run.deadline(), SandboxLevel.PROCESS);

        assertThatThrownBy(() -> sandboxes.usual().run(lost)).hasMessageContaining("it is missing");
    }
}
