package tacit.runtime.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of an example, built by Maven outside the reactor against the jar of the API alone. */
final class PluginProject {

    private final Path folder;

    private PluginProject(Path folder) {
        this.folder = folder;
    }

    static PluginProject copyOf(String example, Path folder) throws IOException {
        Path original = Tacit.root().resolve("examples").resolve(example);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = original.relativize(file);
                if (!relative.startsWith("target")) {
                    Path copy = folder.resolve(relative.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return new PluginProject(folder);
    }

    /** Changes a source as its author would for the next version. */
    PluginProject edit(String source, String old, String replacement) throws IOException {
        Path file = folder.resolve("src/main/java").resolve(source);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
        return this;
    }

    /** Builds a version and answers its jar. */
    Path build(String artifact, String version) throws Exception {
        Path api = Tacit.root().resolve("bundles/api/target/tacit.api-1.0.0-SNAPSHOT.jar");
        Process maven = new ProcessBuilder(
                        List.of("mvn", "-o", "-q", "-B", "package", "-Drevision=" + version, "-Dtacit.api=" + api))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        String output = new String(maven.getInputStream().readAllBytes(), UTF_8);
        assertThat(maven.waitFor()).as(output).isZero();
        return folder.resolve("target").resolve(artifact + "-" + version + ".jar");
    }
}
