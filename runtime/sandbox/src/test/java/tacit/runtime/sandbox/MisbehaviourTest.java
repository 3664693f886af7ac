package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;

/** What a candidate does to its process ends its own run at worst. */
class MisbehaviourTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    @AfterEach
    void theNextRunAnswers() {
        CaseResult next = Sandboxes.only(sandboxes.ask(Candidates.echo(), "hen"));

        assertThat(next.status()).isEqualTo(Status.ANSWERED);
    }

    private CaseResult ask(String statements) {
        return Sandboxes.only(sandboxes.ask(Candidates.answering(statements), "hen"));
    }

    private void dies(String statements, String reason) {
        CaseResult result = ask(statements);

        assertThat(result.status()).isEqualTo(Status.DIED);
        assertThat(result.reason()).isEqualTo(reason);
    }

    private void answers(String statements, String output) {
        CaseResult result = ask(statements);

        assertThat(result.reason()).isNull();
        assertThat(result.output()).isEqualTo('"' + output + '"');
    }

    @Test
    void exitsInACall() {
        dies("System.exit(7); return message;", "it ended its process with exit code 7");
    }

    @Test
    void haltsInACall() {
        dies("Runtime.getRuntime().halt(3); return message;", "it ended its process with exit code 3");
    }

    @Test
    void exitsWhileItStarts() {
        SandboxReport report = sandboxes.ask(Candidates.starting("System.exit(7);"), "hen");

        assertThat(report.startFailure())
                .isEqualTo("it ended its process with exit code 7, 3 times while it was started");
        assertThat(report.processes()).isEqualTo(3);
        assertThat(Sandboxes.only(report).status()).isEqualTo(Status.NOT_ASKED);
    }

    @Test
    void spinsInACallAndTheOtherCasesAreAskedElsewhere() {
        byte[] jar = Candidates.answering("while (message.equals(\"spin\")) {} return message;");

        SandboxReport report = sandboxes.usual().run(sandboxes.run(jar, Duration.ofSeconds(2), "hen", "spin", "fox"));

        assertThat(report.results())
                .extracting(CaseResult::status)
                .containsExactly(Status.ANSWERED, Status.TIMED_OUT, Status.ANSWERED);
        assertThat(report.results().get(1).reason()).isEqualTo("it did not answer within 2000 ms");
        assertThat(report.processes()).isEqualTo(2);
    }

    @Test
    void spinsWhileItStarts() {
        ProcessSandbox impatient = sandboxes.sandbox(Map.of("start_seconds", 5));

        SandboxReport report = sandboxes.ask(impatient, Candidates.starting("while (true) {}"), "hen");

        assertThat(report.startFailure()).isEqualTo("it did not start within 5000 ms");
        assertThat(Sandboxes.only(report).status()).isEqualTo(Status.NOT_ASKED);
    }

    @Test
    void allocatesWithoutEnd() {
        dies(
                "List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }",
                "it ran out of memory, with 64 MB of heap");
    }

    @Test
    void startsThousandsOfThreads() {
        sandboxes.need(SandboxLevel.LIMITED);
        byte[] jar = Candidates.answering("""
                for (int i = 0; i < 5000; i++) {
                    Thread thread = new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } });
                    thread.setDaemon(true);
                    thread.start();
                }
                return message;
                """);

        CaseResult result = Sandboxes.only(sandboxes.ask(jar, "hen"));

        assertThat(result.status()).isEqualTo(Status.THREW);
        assertThat(result.reason()).contains("unable to create native thread");
    }

    @Test
    void recursesWithoutEnd() {
        byte[] jar = Candidates.answering("return answer(message) + message;");

        CaseResult result = Sandboxes.only(sandboxes.ask(jar, "hen"));

        assertThat(result.status()).isEqualTo(Status.THREW);
        assertThat(result.reason()).startsWith("java.lang.StackOverflowError");
    }

    @Test
    void readsItsEnvironment() {
        answers("return System.getenv().toString();", "{}");
    }

    @Test
    void printsToStandardOutput() {
        answers("System.out.println(message.repeat(1 << 16)); return message;", "hen");
    }

    @Test
    void printsIntoTheProtocol() {
        dies(
                "new FileOutputStream(FileDescriptor.out).write(message.getBytes()); return message;",
                "it wrote into the protocol");
    }

    @Test
    void floodsTheProtocol() {
        dies(
                "OutputStream out = new FileOutputStream(FileDescriptor.out); while (true) { out.write(new byte[8192]); }",
                "it wrote into the protocol");
    }

    @Test
    void readsStandardInput() {
        answers("return String.valueOf(System.in.read());", "-1");
    }

    @Test
    void readsTheProtocol() {
        byte[] jar = Candidates.answering("new FileInputStream(FileDescriptor.in).read(); return message;");

        CaseResult result = Sandboxes.only(sandboxes.usual().run(sandboxes.run(jar, Duration.ofSeconds(2), "hen")));

        assertThat(result.status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void closesTheProtocol() {
        CaseResult result = ask("new FileOutputStream(FileDescriptor.out).close(); return message;");

        assertThat(result.status()).isEqualTo(Status.DIED);
    }

    @Test
    void answersAHundredMegabytes() {
        dies("return \"x\".repeat(100_000_000);", "it ran out of memory, with 64 MB of heap");
    }

    @Test
    void answersMoreThanMayBeAnswered() {
        CaseResult result = ask("return \"x\".repeat(2_000_000);");

        assertThat(result.status()).isEqualTo(Status.THREW);
        assertThat(result.reason()).isEqualTo("it answered more than 1048576 characters");
    }

    @Test
    void stopsTheThreadsOfItsProcess() {
        byte[] jar = Candidates.answering("""
                for (Thread thread : Thread.getAllStackTraces().keySet()) {
                    if (thread != Thread.currentThread()) {
                        thread.suspend();
                    }
                }
                return message;
                """);

        SandboxReport report = sandboxes.usual().run(sandboxes.run(jar, Duration.ofSeconds(2), "hen", "fox"));

        assertThat(report.results()).extracting(CaseResult::status).contains(Status.TIMED_OUT);
    }

    @Test
    void leavesAThreadBehind() {
        byte[] jar = Candidates.answering("new Thread(() -> { while (true) {} }).start(); return message;");

        SandboxReport report = sandboxes.ask(jar, "hen", "fox");

        assertThat(report.results()).extracting(CaseResult::output).containsExactly("\"hen\"", "\"fox\"");
    }

    @Test
    void givesUpARunWhoseCasesEndTooManyProcesses() {
        ProcessSandbox strict = sandboxes.sandbox(Map.of("processes_per_run", 2));

        SandboxReport report =
                sandboxes.ask(strict, Candidates.answering("System.exit(0); return message;"), "a", "b", "c");

        assertThat(report.results())
                .extracting(CaseResult::status)
                .containsExactly(Status.DIED, Status.DIED, Status.NOT_ASKED);
        assertThat(report.results().get(2).reason()).isEqualTo("the run was over: 2 processes had ended");
    }
}
