package tacit.runtime.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptHistoryTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("shell-history");
    }

    @Test
    void keepsLinesForTheNextTimeAndForTheirOwnerOnly() throws IOException {
        type("clusters", "traces --json");

        assertThat(Files.readString(file)).contains("clusters").contains("traces --json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(type("roles")).isEqualTo(3);
    }

    @Test
    void keepsNoSecretsAndNothingBehindABlank() throws IOException {
        type("settings a.B password hunter2", " recall mine", "clusters");

        assertThat(Files.readString(file))
                .contains("clusters")
                .doesNotContain("hunter2")
                .doesNotContain("mine");
    }

    @Test
    void isBounded() throws IOException {
        for (int part = 0; part < 3; part++) {
            String[] lines = new String[600];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = "trace " + part + "-" + i;
            }
            type(lines);
        }

        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(1_300);
        assertThat(Files.readString(file)).contains("trace 2-599").doesNotContain("trace 0-0\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void hidesAFileThatEverybodyCouldRead() throws IOException {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        type("clusters");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Types lines as a person does, and answers how many the history holds then. */
    private int type(String... lines) throws IOException {
        byte[] keys = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .dumb(true)
                .type("dumb")
                .streams(new ByteArrayInputStream(keys), new ByteArrayOutputStream())
                .build()) {
            LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal);
            KeptHistory history = KeptHistory.in(file, builder);
            LineReader reader = builder.build();
            for (String line : lines) {
                assertThat(reader.readLine("")).isEqualTo(line);
            }
            history.end();
            return history.size();
        }
    }
}
