package tacit.runtime.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The official clients from npm (MCP in both generations, OpenAI, Anthropic), installed once per version of their list, and
 * scripts run with them. Thread-safe.
 */
public final class NodeClients {

    private static final int INSTALL_SECONDS = 300;
    private static final int RUN_SECONDS = 120;

    private NodeClients() {}

    /** What a script printed, and how it ended. */
    public record Run(int exit, String output, String errors) {}

    /** Skips the test where Node or npm is absent; with TACIT_CI=1 fails instead. */
    public static void assume() {
        boolean there = works("node", "--version") && works("npm", "--version");
        if (!there && "1".equals(System.getenv("TACIT_CI"))) {
            throw new IllegalStateException("Node and npm are not installed");
        }
        Assumptions.assumeTrue(there, "Node and npm are not installed");
    }

    /**
     * Runs a script (an ES module, which may import the clients) to its end.
     *
     * @param environment what it finds in {@code process.env}, besides the test's own
     */
    public static Run run(String script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path home = installed();
        Path file = Files.createTempFile(home, "script", ".mjs");
        try {
            Files.writeString(file, script);
            List<String> command = new ArrayList<>(List.of("node", file.toString()));
            command.addAll(List.of(arguments));
            return ended(home, command, environment, RUN_SECONDS);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean works(String... command) {
        try {
            return ended(Path.of("."), List.of(command), Map.of(), RUN_SECONDS).exit() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The folder with {@code node_modules}; several builds at once wait for the one that installs. */
    private static Path installed() throws IOException, InterruptedException {
        byte[] list = resource("package-lock.json");
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "tacit-node-" + digest(list));
        Files.createDirectories(home);
        try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !Files.exists(home.resolve("installed"))) {
                install(home, list);
            }
        }
        return home;
    }

    private static void install(Path home, byte[] list) throws IOException, InterruptedException {
        Files.write(home.resolve("package-lock.json"), list);
        Files.write(home.resolve("package.json"), resource("package.json"));
        Files.write(home.resolve(".npmrc"), resource("npmrc"));
        Run run = ended(home, List.of("npm", "ci", "--ignore-scripts"), Map.of(), INSTALL_SECONDS);
        if (run.exit() != 0) {
            throw new IOException("npm could not install the clients: " + run.errors());
        }
        Files.writeString(home.resolve("installed"), "");
    }

    private static Run ended(Path home, List<String> command, Map<String, String> environment, int seconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("node", ".out");
        Path errors = Files.createTempFile("node", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(command + " did not end within " + seconds + " s: " + Files.readString(errors));
        }
        Run run = new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
        Files.delete(output);
        Files.delete(errors);
        return run;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = NodeClients.class.getResourceAsStream("/tacit/runtime/testkit/node/" + name)) {
            if (in == null) {
                throw new UncheckedIOException(new IOException("No resource " + name));
            }
            return in.readAllBytes();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
