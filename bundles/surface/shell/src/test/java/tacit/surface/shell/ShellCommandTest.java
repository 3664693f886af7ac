package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.learn.Triage;
import tacit.api.learn.TriageLog;
import tacit.api.store.Scope;

class ShellCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ListTokens tokens = new ListTokens();
    private final ListAudit audit = new ListAudit();
    private final ListTriage triage = new ListTriage();

    @BeforeEach
    void start() {
        io.start();
        OperatorCommands commands =
                new OperatorCommands(tokens, audit, triage, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        List.of("token", "audit", "triage").forEach(name -> processor.addCommand("tacit", commands, name));
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void runsALineWithOptionsAnywhereBeforeItsWords() {
        assertThat(run("tacit:token --role reader --user ann create viewer")).isEqualTo(Command.OK);

        assertThat(tokens.list())
                .containsExactly(new Principal("viewer", AccessRole.READER, new Scope("default", "ann")));
        assertThat(text(out)).contains("secret-of-viewer");
    }

    @Test
    void findsCommandsWithoutTheirScope() {
        assertThat(run("token list")).isEqualTo(Command.OK);
        assertThat(text(out)).contains("Nothing found");
    }

    @Test
    void tellsTheInnermostReasonAndFails() {
        assertThat(run("tacit:token --role boss create x")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Value must be one of agent, reader, operator, got 'boss'");
        assertThat(tokens.list()).isEmpty();
    }

    @Test
    void failsForACommandThatDoesNotExist() {
        assertThat(run("tacit:nothing")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("tacit:nothing");
    }

    @Test
    void cannotReachTheSystemClass() {
        assertThat(run("system:exit 3")).isEqualTo(Command.FAILED);
    }

    @Test
    void auditsTriageBeforeItIsKept() {
        assertThat(run("tacit:triage t1 - tool_error no")).isEqualTo(Command.OK);

        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("triage.no");
        assertThat(triage.statements)
                .containsExactly(new Triage("t1", null, "tool_error", false, "operator", Instant.EPOCH));
    }

    @Test
    void listsWhatWasSaidOfFindings() {
        triage.add(Scope.ofDefaultWorkspace(), List.of(new Triage("t1", "s1", "loop", true, "ann", Instant.EPOCH)));

        assertThat(run("tacit:triage --json")).as(text(err)).isEqualTo(Command.OK);

        assertThat(text(out)).contains("\"trace\":\"t1\"", "\"kind\":\"loop\"", "\"failure\":\"yes\"");
    }

    @Test
    void refusesATriageThatIsNeitherYesNorNo() {
        assertThat(run("tacit:triage t1 s1 tool_error maybe")).isEqualTo(Command.FAILED);
        assertThat(triage.statements).isEmpty();
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void showsTheAuditLogAsJson() {
        audit.write("ann", "cluster.dismiss", "k1", Map.of());

        run("tacit:audit --json");

        assertThat(text(out)).contains("\"who\":\"ann\"", "\"did\":\"cluster.dismiss\"", "\"total\":1");
    }

    @Test
    void asksForACommandWhenNoneIsGiven() {
        assertThat(run()).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("A command must be given");
    }

    @Test
    void interruptsALineThatWasNamed() throws Exception {
        Waiting waiting = new Waiting();
        processor.addCommand("tacit", waiting, "pulse");
        ShellCommand shell = new ShellCommand(processor);
        FutureTask<Integer> line = new FutureTask<>(() -> shell.run(List.of("--run", "r-1", "pulse"), console()));
        new Thread(line).start();
        waiting.entered.await();

        assertThat(shell.interrupt("r-2")).isFalse();
        assertThat(shell.interrupt("r-1")).isTrue();

        waiting.left.await();
        assertThat(line.get()).isEqualTo(130);
        assertThat(text(err)).contains("Interrupted");
        assertThat(shell.interrupt("r-1")).isFalse();
    }

    @Test
    void runsANamedLineAsAnyOther() {
        assertThat(run("--run", "r-1", "token list")).isEqualTo(Command.OK);
        assertThat(run("--run", "r-1", "token list")).isEqualTo(Command.OK);
        assertThat(run("--run", "r-1")).isEqualTo(Command.FAILED);
    }

    @Test
    void keepsTheTokenOfTheLastOperatorUnlessForced() {
        run("token --role operator create boss");
        run("token create agent-1");

        assertThat(run("token revoke boss")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Token 'boss' is the last operator's");
        assertThat(run("token revoke agent-1")).isEqualTo(Command.OK);
        run("token --role operator create second");
        assertThat(run("token revoke boss")).isEqualTo(Command.OK);
        assertThat(run("token --force revoke second")).isEqualTo(Command.OK);
        assertThat(tokens.list()).isEmpty();
    }

    @Test
    void takesTextsOverSeveralLinesBetweenQuotes() {
        assertThat(run("token create 'two\nlines'")).isEqualTo(Command.OK);
        assertThat(tokens.list().get(0).name()).isEqualTo("two\nlines");
        assertThat(run("token create 'bell\u0007'")).isEqualTo(Command.FAILED);
        assertThat(run("token list\nshutdown")).isEqualTo(Command.FAILED);
    }

    /** Waits until it is interrupted. */
    public static final class Waiting {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch left = new CountDownLatch(1);

        public void pulse() throws InterruptedException {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                left.countDown();
            }
        }
    }

    private Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                80,
                Path.of("/caller"));
    }

    private int run(String... words) {
        return new ShellCommand(processor).run(List.of(words), console());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class ListTokens implements Tokens {

        private final List<Principal> holders = new ArrayList<>();

        @Override
        public Optional<Principal> authenticate(String token) {
            return Optional.empty();
        }

        @Override
        public String create(Principal principal, String actor) {
            holders.add(principal);
            return "secret-of-" + principal.name();
        }

        @Override
        public boolean revoke(String name, String actor) {
            return holders.removeIf(holder -> holder.name().equals(name));
        }

        @Override
        public List<Principal> list() {
            return holders;
        }
    }

    private static final class ListTriage implements TriageLog {

        private final List<Triage> statements = new ArrayList<>();

        @Override
        public void add(Scope scope, List<Triage> added) {
            statements.addAll(added);
        }

        @Override
        public List<Triage> list(Scope scope) {
            return statements;
        }
    }
}
