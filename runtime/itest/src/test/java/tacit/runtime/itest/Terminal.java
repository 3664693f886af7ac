package tacit.runtime.itest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal with {@code sh}, in which one block after the other is typed; what one sets, the next one finds. Confined to one test. */
final class Terminal implements AutoCloseable {

    private static final int SECONDS = 240;
    private static final String DONE = "\u0001done";
    private static final String END = "\u0001end";

    private final Path folder;
    private final Process shell;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private int typed;

    /** In this folder, which also keeps what was typed; a command that fails ends it. */
    Terminal(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        ProcessBuilder builder = new ProcessBuilder("sh", "-e").directory(folder.toFile());
        builder.environment().putAll(environment);
        shell = builder.redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = shell.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException closed) {
            lines.add("(output ended: " + closed.getMessage() + ")");
        }
        lines.add(END);
    }

    /** Types a block and answers what was printed once its last command has ended. */
    String type(String block) throws Exception {
        Path file = Files.writeString(folder.resolve("typed-" + ++typed + ".sh"), block);
        var input = shell.outputWriter(StandardCharsets.UTF_8);
        input.write(". '" + file + "' </dev/null\nprintf '\\n" + DONE + "\\n'\n");
        input.flush();
        StringBuilder printed = new StringBuilder();
        for (String line = next(printed); !line.equals(DONE); line = next(printed)) {
            if (line.equals(END)) {
                throw new AssertionError("Failed:\n" + block + "\nand printed:\n" + printed);
            }
            printed.append(line).append('\n');
        }
        return printed.toString();
    }

    private String next(StringBuilder printed) throws InterruptedException {
        String line = lines.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("Nothing was printed for " + SECONDS + " s after " + printed);
        }
        return line;
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroyForcibly();
    }
}
