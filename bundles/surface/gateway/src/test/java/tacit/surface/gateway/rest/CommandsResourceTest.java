package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.ListAuditLog;

class CommandsResourceTest {

    private final ListAuditLog audit = new ListAuditLog();
    private final CommandsResource resource = new CommandsResource(List.of(new Greeting()), audit);

    @Test
    void sendsWhatACommandSaysAndItsExitCode() {
        String lines = Replies.text(resource.handle(call("{\"arguments\":[\"ann\"],\"width\":100,\"cwd\":\"/x\"}")));

        assertThat(lines).isEqualTo("{\"out\":\"Grüße ann 100 /x\\n\"}\n{\"err\":\"done\\n\"}\n{\"exit\":2}\n");
    }

    @Test
    void turnsAnExceptionIntoItsReason() {
        String lines = Replies.text(resource.handle(call("{}")));

        assertThat(lines).isEqualTo("{\"err\":\"Nobody to greet\\n\"}\n{\"exit\":3}\n");
    }

    @Test
    void recordsTheRunBeforeItBeginsAndWithoutTheArguments() {
        resource.handle(call("{\"arguments\":[\"secret\"]}"));

        assertThat(audit.entries).hasSize(1);
        assertThat(audit.entries.get(0).action()).isEqualTo("command.run");
        assertThat(audit.entries.toString()).doesNotContain("secret");
    }

    @Test
    void saysWhichCommandsThereAre() {
        assertThatThrownBy(() -> resource.handle(FakeCall.json("{}").at("name", "nothing")))
                .hasMessage("No such command; known are greet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "{\"arguments\":\"a\"}", "{\"arguments\":[1]}", "{\"width\":0}", "{\"cwd\":\"\\u0000\"}"})
    void refusesABadCall(String body) {
        assertThatThrownBy(() -> resource.handle(call(body)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void refusesAnOperatorOfAnotherWorkspace() {
        assertThatThrownBy(() -> resource.handle(call("{}").in(Scope.ofWorkspace("other"))))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("whole host");
        assertThatThrownBy(() -> new AuditResource(audit).handle(new FakeCall().in(new Scope("default", "ann"))))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("whole host");
    }

    @Test
    void neverCutsACharacterInTwo() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        byte[] text = "a😀é".getBytes(StandardCharsets.UTF_8);
        try (PrintStream out =
                new PrintStream(new LineStream(new LineStream.Target(sent), "out"), false, StandardCharsets.UTF_8)) {
            for (byte one : text) {
                out.write(one);
                out.flush();
            }
        }

        assertThat(sent.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"out\":\"a\"}\n{\"out\":\"😀\"}\n{\"out\":\"é\"}\n");
    }

    @Test
    void printsTheUsageOfACommandAndDoesNotRunIt() {
        String answer = Replies.text(resource.handle(call("{\"arguments\":[\"--help\"]}")));

        assertThat(answer).isEqualTo("{\"out\":\"Usage: tacit greet NAME\\n\"}\n{\"exit\":0}\n");
    }

    private static FakeCall call(String body) {
        return FakeCall.json(body).at("name", "greet");
    }

    private static final class Greeting implements Command {

        @Override
        public String name() {
            return "greet";
        }

        @Override
        public String usage() {
            return "greet NAME";
        }

        @Override
        public int run(List<String> arguments, Console console) {
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("Nobody to greet");
            }
            console.out()
                    .println("Grüße " + arguments.get(0) + " " + console.width() + " " + console.workingDirectory());
            console.err().println("done");
            return 2;
        }
    }
}
