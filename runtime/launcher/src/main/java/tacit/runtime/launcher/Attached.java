package tacit.runtime.launcher;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import tacit.runtime.launcher.data.HostAddress;
import tacit.runtime.launcher.terminal.HostQuestions;
import tacit.runtime.launcher.terminal.KeptHistory;

/**
 * A person's terminal at the running host: lines are edited, completed and remembered here, and run there. Ctrl-C ends the line that
 * runs and, pressed again, waits for it no longer; Ctrl-D leaves.
 */
final class Attached {

    private static final String RUN = "--run";
    private static final int USUAL_HEIGHT = 24;

    private final Surroundings surroundings;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

    private record Running(String id, FutureTask<Integer> task, AtomicBoolean asked) {}

    Attached(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Answers the exit code of the last line that failed; 0 when none did. */
    int run(Invocation invocation, HostAddress host) throws IOException {
        HostQuestions questions = new HostQuestions(invocation.data());
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            if (terminal.getWidth() <= 0) {
                // A terminal that nobody gave a size, as of a recorder, would show no prompt
                terminal.setSize(new Size(surroundings.width(), USUAL_HEIGHT));
            }
            LineReaderBuilder builder = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .parser(parser())
                    .completer((reader, line, candidates) -> complete(questions, line, candidates))
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.INSERT_TAB, false)
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     > ");
            KeptHistory history = KeptHistory.in(invocation.data().shellHistory(), builder);
            LineReader reader = builder.build();
            terminal.handle(Signal.INT, signal -> interrupt(questions));
            surroundings
                    .out()
                    .println("At host " + host.pid() + " on '"
                            + invocation.data().root()
                            + "': Tab completes, Ctrl-C ends a command, Ctrl-D leaves, help lists commands");
            try {
                return converse(reader, terminal, new HostLines(invocation.data(), host));
            } finally {
                history.end();
            }
        }
    }

    private static DefaultParser parser() {
        DefaultParser parser = new DefaultParser();
        parser.setQuoteChars(new char[] {'\''});
        parser.setEofOnUnclosedQuote(true);
        parser.setEofOnEscapedNewLine(true);
        return parser;
    }

    private static void complete(HostQuestions questions, ParsedLine line, List<Candidate> candidates) {
        questions
                .completions(line.line().substring(0, line.cursor()))
                .forEach(word -> candidates.add(new Candidate(word)));
    }

    private int converse(LineReader reader, Terminal terminal, HostLines lines) {
        String prompt = new AttributedStringBuilder()
                .styled(
                        AttributedStyle.DEFAULT
                                .foreground(AttributedStyle.GREEN)
                                .bold(),
                        "tacit>")
                .append(" ")
                .toAnsi(terminal);
        int failed = Verb.OK;
        while (true) {
            try {
                String line = TypedLine.joined(reader.readLine(prompt));
                if (TypedLine.leaves(line)) {
                    return failed;
                }
                int code = line.isEmpty() ? Verb.OK : run(line, terminal, lines);
                failed = code == Verb.OK ? failed : code;
            } catch (UserInterruptException droppedLine) {
                // Ctrl-C while typing drops the line, as shells do
            } catch (EndOfFileException leaves) {
                return failed;
            }
        }
    }

    private int run(String line, Terminal terminal, HostLines lines) {
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : surroundings.width();
        Surroundings here = new Surroundings(surroundings.out(), surroundings.err(), true, true, columns);
        String id = UUID.randomUUID().toString();
        FutureTask<Integer> task = new FutureTask<>(() -> lines.run(here, List.of(RUN, id, line)));
        running.set(new Running(id, task, new AtomicBoolean()));
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException | CancellationException left) {
            surroundings.err().println("(left alone; it may go on in the host)");
            return Verb.INTERRUPTED;
        } catch (ExecutionException failure) {
            surroundings.err().println("tacit: " + failure.getCause());
            return Verb.FAILED;
        } finally {
            running.set(null);
        }
    }

    private void interrupt(HostQuestions questions) {
        Running now = running.get();
        if (now == null) {
            return;
        }
        if (now.asked().getAndSet(true) || !questions.interrupt(now.id())) {
            now.task().cancel(false);
        }
    }
}
