package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.command.Console;

class RecallCommandsTest {

    private final List<String> seen = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void hasItsWordsReadByTheVerb() {
        ThreadIOImpl io = new ThreadIOImpl();
        CommandProcessorImpl processor = new CommandProcessorImpl(io);
        processor.addCommand("tacit", new RecallCommands(new Verb()), "recall");
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        io.start();

        int code = new ShellCommand(processor)
                .run(
                        List.of("tacit:recall 'Book a ferry' --explain"),
                        new Console(stream, stream, false, 160, Path.of("/caller")));
        io.stop();

        assertThat(code).isEqualTo(Command.OK);
        assertThat(seen).containsExactly("Book a ferry", "--explain");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("160 columns\n");
    }

    /** Keeps what it was asked. */
    private final class Verb implements Command {

        @Override
        public String name() {
            return "recall";
        }

        @Override
        public String usage() {
            return "";
        }

        @Override
        public int run(List<String> arguments, Console console) {
            seen.addAll(arguments);
            console.out().println(console.width() + " columns");
            return OK;
        }
    }
}
