package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshPartsTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private FreshParts parts;

    @BeforeEach
    void open() throws IOException {
        parts = new FreshParts(FSDirectory.open(folder));
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
    }

    @Test
    void keepsFilesOfUnknownSizeInMemoryUntilTheyAreSaved() throws IOException {
        write("stored", 3);

        assertThat(folder).isEmptyDirectory();
        assertThat(parts.listAll()).containsExactly("stored");

        parts.sync(List.of("stored"));
        assertThat(folder.resolve("stored")).hasSize(3);
        assertThat(parts.ramBytesUsed()).isZero();
    }

    @Test
    void readsWhatIsStillInMemory() throws IOException {
        write("stored", 2);

        try (ChecksumIndexInput input = parts.openChecksumInput("stored", IOContext.READONCE)) {
            assertThat(List.of(input.readByte(), input.readByte())).containsExactly((byte) 0, (byte) 1);
        }
    }

    @Test
    void writesToTheFolderWhenMemoryIsFull() throws IOException {
        for (int i = 0; i < 34; i++) {
            write("part" + i, MEGABYTE);
        }

        assertThat(parts.ramBytesUsed()).isLessThan(34L * MEGABYTE);
        assertThat(folder).isNotEmptyDirectory();
        assertThat(parts.listAll()).hasSize(34);
    }

    private void write(String name, int bytes) throws IOException {
        try (IndexOutput output = parts.createOutput(name, IOContext.DEFAULT)) {
            for (int i = 0; i < bytes; i++) {
                output.writeByte((byte) i);
            }
        }
    }
}
