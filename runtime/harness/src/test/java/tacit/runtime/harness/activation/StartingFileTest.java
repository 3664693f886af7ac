package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartingFileTest {

    @TempDir
    Path folder;

    private StartingFile open() {
        return new StartingFile(folder.resolve("ledger/starting"));
    }

    @Test
    void countsStartsThatNeverCameToAnEnd() {
        open().begin(7);
        open().begin(7);

        assertThat(open().deaths(7)).isEqualTo(2);
        assertThat(open().deaths(6)).isZero();
    }

    @Test
    void forgetsAStartThatCameToAnEnd() {
        open().begin(6);
        StartingFile file = open();
        file.begin(7);
        file.end(7);

        assertThat(open().deaths(7)).isZero();
        assertThat(open().deaths(6)).isEqualTo(1);
    }

    @Test
    void leavesNoFileOnceAGenerationDecides() {
        StartingFile file = open();
        file.begin(7);
        file.forget(8);

        assertThat(folder.resolve("ledger/starting")).doesNotExist();
    }

    @Test
    void keepsWhatBelongsToAGenerationThatIsYetToBeMade() {
        StartingFile file = open();
        file.begin(7);
        file.begin(8);
        file.forget(8);

        assertThat(open().deaths(7)).isZero();
        assertThat(open().deaths(8)).isEqualTo(1);
    }

    @Test
    void takesLinesThatItDoesNotKnowForNothing() throws IOException {
        Files.createDirectories(folder.resolve("ledger"));
        Files.writeString(folder.resolve("ledger/starting"), "nonsense\n5 2\n");

        assertThat(open().deaths(5)).isEqualTo(2);
    }
}
