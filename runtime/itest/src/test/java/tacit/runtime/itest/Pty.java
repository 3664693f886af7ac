package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A verb of the real image at a terminal, which util-linux's script makes. Confined to one test. */
final class Pty implements AutoCloseable {

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final int SECONDS = 60;
    private static final int END = -1;

    private final Process process;
    private final Writer keys;
    private final BlockingQueue<Integer> characters = new LinkedBlockingQueue<>();
    private final StringBuilder seen = new StringBuilder();

    private Pty(Process process) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "pty");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips the test where there is no script; with TACIT_CI=1 fails instead. */
    static void require() throws InterruptedException {
        boolean there = works();
        if (!there && "1".equals(System.getenv("TACIT_CI"))) {
            throw new AssertionError("script of util-linux is missing, and TACIT_CI is 1");
        }
        Assumptions.assumeTrue(there, "script of util-linux is missing, which makes a terminal");
    }

    private static boolean works() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Starts a verb as the command does on a terminal. */
    static Pty start(Object... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Tacit.java(),
                "-XX:+UseSerialGC",
                "-Dtacit.home=" + Tacit.image(),
                "-Dtacit.terminal=true",
                "-Dtacit.interactive=true",
                "-cp",
                Tacit.classPath(),
                "tacit.runtime.launcher.Main");
        String command = Stream.concat(java, Stream.of(arguments).map(Object::toString))
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder script = new ProcessBuilder(List.of("script", "-qefc", command, "/dev/null"));
        script.environment().put("TERM", "xterm-256color");
        return new Pty(script.redirectErrorStream(true).start());
    }

    private void read() {
        try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int c = output.read(); c >= 0; c = output.read()) {
                characters.add(c);
            }
        } catch (IOException closed) {
            characters.add(END);
            return;
        }
        characters.add(END);
    }

    /** Presses keys. */
    void type(String text) throws IOException {
        keys.write(text);
        keys.flush();
    }

    /** Waits until these words were shown since the last wait, in whatever colours, and answers all that was. */
    String await(String text) throws InterruptedException {
        StringBuilder shown = new StringBuilder();
        while (!COLOURS.matcher(shown).replaceAll("").contains(text)) {
            Integer next = characters.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null || next == END) {
                throw new AssertionError("'" + text + "' was not shown in: " + seen);
            }
            shown.append((char) next.intValue());
            seen.append((char) next.intValue());
        }
        return shown.toString();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as(seen::toString)
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
