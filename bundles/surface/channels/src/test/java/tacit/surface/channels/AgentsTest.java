package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.channel.ChannelTurn;
import tacit.api.memory.Audience;
import tacit.api.trace.OutcomeLabel;
import tacit.runtime.testkit.Configurations;

/** Who answers: a server, or a program. */
class AgentsTest {

    private static final ChannelTurn TURN = new ChannelTurn(
            "webhook-1",
            "default",
            "webhook:ada",
            "How many?",
            "Orders are counted at noon",
            new Audience(Audience.Kind.GROUP, "ada", "webhook", null, false));

    @TempDir
    Path folder;

    private static HttpAgent http(Receiver receiver, Map<String, ?> more) {
        Map<String, Object> values =
                new java.util.HashMap<>(Map.of("url", receiver.address().toString()));
        values.putAll(more);
        return new HttpAgent(Configurations.of(HttpAgent.Config.class, values), Map.of("TOKEN", "t0ken"));
    }

    private static ProcessAgent process(int seconds, String script) {
        return new ProcessAgent(Configurations.of(
                ProcessAgent.Config.class,
                Map.of("command", "/bin/sh -c '" + script + "'", "timeout_seconds", seconds)));
    }

    @Test
    void postsTheTurnAndReadsTheAnswer() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.replies = post ->
                    new Receiver.Reply(200, "application/json", "{\"answer\":\"Seven\",\"outcome\":\"success\"}");

            var answer = http(receiver, Map.of("token_environment", "TOKEN")).answer(TURN);

            assertThat(answer.text()).isEqualTo("Seven");
            assertThat(answer.outcome()).isEqualTo(OutcomeLabel.SUCCESS);
            Receiver.Post post = receiver.posts.get(0);
            assertThat(post.field("message")).isEqualTo("How many?");
            assertThat(post.field("context")).isEqualTo("Orders are counted at noon");
            assertThat(List.of(post.field("channel"), post.field("audience"), post.field("user")))
                    .containsExactly("webhook", "group", "ada");
            assertThat(post.field("session")).isEqualTo("webhook:ada");
            assertThat(post.headers()).containsEntry("Idempotency-Key", "webhook-1");
            assertThat(post.headers()).containsEntry("Authorization", "Bearer t0ken");
        }
    }

    @Test
    void takesPlainTextAsTheAnswer() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.replies = post -> new Receiver.Reply(200, "text/plain; charset=utf-8", "Süß");

            assertThat(http(receiver, Map.of()).answer(TURN).text()).isEqualTo("Süß");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|application/json|{}|it answered 500",
                "302|text/plain|secret words|it answered 302",
                "200|application/json|{\"text\":\"secret words\"}|its JSON has no text 'answer'",
                "200|application/json|{secret words|its answer is not valid JSON"
            })
    void saysWhyAServerDidNotAnswerWithoutQuotingIt(int status, String type, String body, String words)
            throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.replies = post -> new Receiver.Reply(status, type, body);

            assertThatThrownBy(() ->
                            http(receiver, Map.of("token_environment", "TOKEN")).answer(TURN))
                    .hasMessageContaining(words)
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("t0ken");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        Receiver receiver = new Receiver();
        receiver.close();

        assertThatThrownBy(() -> http(receiver, Map.of()).answer(TURN)).hasMessageContaining("ConnectException");
    }

    @Test
    void givesAProgramTheMessageAndTheContext() {
        var answer = process(
                        20, "cat; echo; cat \"$TACIT_CONTEXT\"; echo; echo $TACIT_CHANNEL $TACIT_AUDIENCE $TACIT_USER")
                .answer(TURN);

        assertThat(answer.text().lines())
                .containsExactly("How many?", "Orders are counted at noon", "webhook group ada");
    }

    private static ProcessAgent within(Map<String, String> host, String... named) {
        return new ProcessAgent(
                Configurations.of(ProcessAgent.Config.class, Map.of("command", "/usr/bin/env", "environment", named)),
                host);
    }

    @Test
    void hidesTheVariablesOfTheHostFromAProgram() {
        Map<String, String> host = Map.of(
                "PATH", "/usr/bin:/bin", "LANG", "C.UTF-8", "DATABASE_PASSWORD", "hunter22", "TACIT_TOKEN", "tct_1");

        List<String> seen = within(host).answer(TURN).text().lines().toList();

        assertThat(seen)
                .contains("PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TACIT_CHANNEL=webhook")
                .noneMatch(line -> line.contains("hunter22") || line.contains("tct_1"))
                .allMatch(line ->
                        line.matches("(PATH|LANG|TACIT_(CONTEXT|CHANNEL|AUDIENCE|USER|SESSION|ID|WORKSPACE))=.*"));
    }

    @Test
    void givesAProgramTheVariablesThatAnOperatorNames() {
        Map<String, String> host = Map.of("MODEL", "small", "REGION", "eu", "KEY", "k3y", "TACIT_USER", "root");

        assertThat(within(host, "MODEL, REGION", "TACIT_USER")
                        .answer(TURN)
                        .text()
                        .lines())
                .contains("MODEL=small", "REGION=eu", "TACIT_USER=ada")
                .doesNotContain("KEY=k3y", "TACIT_USER=root");
    }

    @Test
    void refusesVariablesThatTheHostDoesNotHave() {
        assertThatThrownBy(() -> within(Map.of("KEY", "k3y"), "NO_SUCH"))
                .hasMessage("environment must name set variables, got 'NO_SUCH'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY=k3y", "K k3y", "-k3y"})
    void refusesWhatIsNoNameOfAVariableWithoutQuotingIt(String name) {
        assertThatThrownBy(() -> within(Map.of("KEY", "k3y"), name))
                .hasMessage("environment must be names of variables with commas between");
    }

    @Test
    void leavesNoFilesBehind() {
        Path context =
                Path.of(process(20, "echo $TACIT_CONTEXT").answer(TURN).text().strip());

        assertThat(context.getParent()).doesNotExist();
    }

    @Test
    void killsAProgramThatTakesTooLongAndAllThatItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        ProcessAgent slow = process(1, "sleep 600 & echo $! > " + pid + "; wait");

        assertThatThrownBy(() -> slow.answer(TURN)).hasMessage("it did not end within 1 s");

        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void saysHowAProgramEnded() {
        assertThatThrownBy(() -> process(20, "echo secret words; exit 3").answer(TURN))
                .hasMessage("it ended with 3");
        assertThatThrownBy(() -> new ProcessAgent(
                                Configurations.of(ProcessAgent.Config.class, Map.of("command", "/no/such/program")))
                        .answer(TURN))
                .hasMessageContaining("it cannot be run");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> process(0, "true")).hasMessageContaining("timeout.seconds must be in [1, 3600]");
        assertThatThrownBy(() -> new ProcessAgent(Configurations.of(ProcessAgent.Config.class, Map.of("command", " "))))
                .hasMessage("command must be given");
        assertThatThrownBy(() -> new ProcessAgent(Configurations.of(
                        ProcessAgent.Config.class, Map.of("command", "true", "directory", "/no/such/folder"))))
                .hasMessageContaining("directory must be a folder");
        assertThatThrownBy(() ->
                        new HttpAgent(Configurations.of(HttpAgent.Config.class, Map.of("url", "ftp://a/b")), Map.of()))
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> new HttpAgent(
                        Configurations.of(HttpAgent.Config.class, Map.of("url", "http://u:p@a/b")), Map.of()))
                .hasMessageNotContaining("u:p");
    }
}
