package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.PendingWrite.Status;
import tacit.runtime.testkit.FakeGate;

class WriteCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final FakeGate gate = new FakeGate();

    @BeforeEach
    void start() {
        io.start();
        processor.addCommand("tacit", new WriteCommands(gate), "writes");
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void listsWhatWaits() {
        assertThat(run("tacit:writes")).isEqualTo(Command.OK);
        assertThat(text(out)).contains("w1", "curated add: Likes tea", "0.45");
    }

    @Test
    void listsByStatusAsJson() {
        gate.status = Status.REJECTED;

        run("tacit:writes --status all --json");

        assertThat(text(out)).contains("\"w1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:writes approve w1, approve w1 operator null",
        "tacit:writes --because fine approve w1, approve w1 operator fine",
        "tacit:writes edit w1 Likes milk, edit w1 operator null Likes milk",
        "tacit:writes reject w1, reject w1 operator null"
    })
    void reviewsAWrite(String line, String act) {
        assertThat(run(line)).as(text(err)).isEqualTo(Command.OK);
        assertThat(gate.done).containsExactly(act);
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:writes approve, A write must be named",
        "tacit:writes burn w1, A write can be reviewed by",
        "tacit:writes --status soon, Value must be one of"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(run(line)).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains(reason);
        assertThat(gate.done).isEmpty();
    }

    private int run(String line) {
        Console console = new Console(print(out), print(err), false, 200, Path.of(""));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
