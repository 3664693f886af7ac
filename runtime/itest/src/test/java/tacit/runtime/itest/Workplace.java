package tacit.runtime.itest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder that looks like the project's after its first build, and a home of its own: there the pages of the documentation can be
 * followed word by word. {@code ./tacit} is the project's script; it finds the image of the tests as if it had built it.
 */
final class Workplace implements AutoCloseable {

    private final Path folder;

    /** Lays it out in an empty folder. */
    Workplace(Path folder) throws IOException {
        this.folder = folder;
        Path built = Files.createDirectories(folder.resolve("distribution/target"));
        Files.copy(Tacit.root().resolve("tacit"), folder.resolve("tacit"));
        if (!folder.resolve("tacit").toFile().setExecutable(true)) {
            throw new IOException("Cannot make './tacit' executable");
        }
        Files.createSymbolicLink(built.resolve("tacit"), Tacit.image());
        Files.createSymbolicLink(folder.resolve("examples"), Tacit.root().resolve("examples"));
        Files.createFile(built.resolve("tacit.built"));
        Files.createDirectories(home());
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Where the host keeps its data unless it is told otherwise. */
    Path data() {
        return home().resolve(".tacit");
    }

    /** What differs from the environment of a user. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home().toString());
        // Java takes the home of the account, and not of the variable
        environment.put("TACIT_JAVA_OPTIONS", "-Duser.home=" + home());
        environment.put("TACIT_DATA_DIRECTORY", data().toString());
        // The programs that stand for agents, and the Java of the tests
        environment.put(
                "PATH",
                Tacit.root().resolve("runtime/itest/src/test/resources/standin")
                        + File.pathSeparator
                        + Path.of(Tacit.java()).getParent()
                        + File.pathSeparator
                        + System.getenv("PATH"));
        // Which registry npm asks, and what it has already, is the account's
        Path account = Path.of(System.getProperty("user.home"));
        environment.put("NPM_CONFIG_USERCONFIG", account.resolve(".npmrc").toString());
        environment.put("NPM_CONFIG_CACHE", account.resolve(".npm").toString());
        return environment;
    }

    /** Starts the host by a command of a page, in a terminal that stays with it. */
    Tacit up(String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command).directory(folder.toFile());
        builder.environment().putAll(environment());
        Tacit host = Tacit.of(builder);
        host.await("Tacit is ready");
        return host;
    }

    /** Takes the links away, so that nobody follows them who empties the folder. */
    @Override
    public void close() throws IOException {
        for (String link : List.of("distribution/target/tacit", "examples")) {
            Files.deleteIfExists(folder.resolve(link));
        }
    }
}
