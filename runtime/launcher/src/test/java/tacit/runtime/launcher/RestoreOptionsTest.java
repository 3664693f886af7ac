package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreOptionsTest {

    @TempDir
    Path folder;

    @Test
    void readsAFileAndNothingElse() throws IOException {
        Path file = Files.createFile(folder.resolve("copy"));

        assertThat(RestoreOptions.parse(List.of(file.toString())))
                .isEqualTo(new RestoreOptions(file, false, Optional.empty()));
    }

    @Test
    void readsForceAndTheDatabase() throws IOException {
        Path file = Files.createFile(folder.resolve("copy"));

        RestoreOptions options = RestoreOptions.parse(List.of("--force", file.toString(), "--store", "hsqldb"));

        assertThat(options.force()).isTrue();
        assertThat(options.store()).contains("hsqldb");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Path file = Files.createFile(folder.resolve("copy"));
        String copy = file.toString();

        assertThatThrownBy(() -> RestoreOptions.parse(List.of())).hasMessageContaining("needs one file");
        assertThatThrownBy(() -> RestoreOptions.parse(List.of(copy, "--all"))).hasMessageContaining("needs one file");
        assertThatThrownBy(() -> RestoreOptions.parse(List.of(folder + "/absent")))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> RestoreOptions.parse(List.of(copy, "--store", "oracle")))
                .hasMessageContaining("--store must be hsqldb or a file with settings, got 'oracle'");
    }
}
