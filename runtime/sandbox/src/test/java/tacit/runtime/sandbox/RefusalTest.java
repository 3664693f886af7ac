package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.harness.Situation;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxReport;
import tacit.runtime.testkit.BundleJar;

/** Candidates that never come to be asked, and what is said of them. */
class RefusalTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    private static void refuses(byte[] jar, String reason) {
        SandboxReport report = sandboxes.ask(jar, "hen");

        assertThat(report.startFailure()).isEqualTo(reason);
        assertThat(report.processes()).isOne();
        CaseResult result = Sandboxes.only(report);
        assertThat(result.status()).isEqualTo(CaseResult.Status.NOT_ASKED);
        assertThat(result.reason()).isEqualTo("the candidate did not start");
    }

    private static byte[] component(String attributes, String content, String members) {
        return BundleJar.named("fox.part", "1.0.0")
                .component("fox.Den", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="fox.Den" %s>
                          <property name="tacit.role" type="String" value="failure-template"/>
                          <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
                          %s
                          <implementation class="fox.Den"/>
                        </scr:component>
                        """.formatted(attributes, content))
                .source("fox.Den", Candidates.den("return message;", members))
                .bytes();
    }

    @Test
    void isNoJar() {
        byte[] text = "no jar".getBytes(StandardCharsets.UTF_8);

        assertThat(sandboxes.ask(text, "hen").startFailure()).startsWith("it cannot be installed: ");
    }

    @Test
    void importsWhatNobodyExports() {
        byte[] jar = Candidates.named("fox.lost", "return message;")
                .header("Import-Package", "tacit.api.learn,org.coop.secret;version=\"1.2\"")
                .bytes();

        refuses(jar, "it did not start: it imports package 'org.coop.secret' 1.2.0, which no bundle exports");
    }

    @Test
    void throwsWhileItStarts() {
        refuses(
                Candidates.starting("throw new IllegalStateException(\"no coop\");"),
                "it did not start: IllegalStateException: no coop");
    }

    @Test
    void lacksAReference() {
        byte[] jar = component(
                "",
                "<reference name=\"database\" interface=\"tacit.api.store.Database\" bind=\"bind\"/>",
                "void bind(tacit.api.store.Database database) {}");

        refuses(jar, "component 'fox.Den' lacks [tacit.api.store.Database]");
    }

    @Test
    void lacksItsConfiguration() {
        refuses(
                component("configuration-policy=\"require\"", "", ""),
                "component 'fox.Den' was never satisfied: it needs a configuration for fox.Den");
    }

    @Test
    void throwsInItsConstructor() {
        refuses(
                component("", "", "public Den() { throw new IllegalArgumentException(\"den must be dug\"); }"),
                "component 'fox.Den' failed to activate: java.lang.IllegalArgumentException: den must be dug");
    }

    @Test
    void fillsAnotherRole() {
        byte[] jar = BundleJar.named("fox.other", "1.0.0")
                .provider("failure-guess", tacit.api.learn.FailureTemplates.class, "fox.Den")
                .source("fox.Den", Candidates.den("return message;", ""))
                .bytes();

        refuses(jar, "none of its components fills the role 'failure-template'");
    }

    @Test
    void isAskedForARoleWithoutInterface() {
        Situation known = Sandboxes.situation("hen");
        Situation unknown = new Situation("extension/fox", known.method(), known.inputs(), known.clock(), 0, List.of());

        SandboxReport report = sandboxes.usual().run(sandboxes.run(Candidates.echo(), Sandboxes.none(), unknown));

        assertThat(report.startFailure()).isEqualTo("the role 'extension/fox' has no interface that could be asked");
    }
}
