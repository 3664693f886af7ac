package tacit.runtime.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of the ledger as it is at a moment. Immutable. */
final class LedgerBytes {

    private final byte[] bytes;

    private LedgerBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a data directory; empty where there is no ledger yet. */
    static LedgerBytes read(Path data) throws IOException {
        try {
            return new LedgerBytes(Files.readAllBytes(data.resolve(DataFiles.LEDGER)));
        } catch (NoSuchFileException none) {
            return new LedgerBytes(new byte[0]);
        }
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The generation in force: of the last whole line, as a crash may have cut off the one behind it; 0 for none. */
    long generation() {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            long number = number(lines.get(i));
            if (number > 0) {
                return number;
            }
        }
        return 0;
    }

    private static long number(String line) {
        try {
            return new JsonMapper()
                    .readTree(line)
                    .path("generation")
                    .path("number")
                    .asLong(0);
        } catch (JsonProcessingException cutOff) {
            return 0;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LedgerBytes ledger && Arrays.equals(bytes, ledger.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
