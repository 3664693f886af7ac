package tacit.surface.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tacit.api.memory.ArchiveImport;

/** Reads a file that shall be imported; what it cannot be is said without a word of it. */
final class ImportFile {

    /** As many as the longest text can have. */
    static final long MOST_BYTES = 4L * ArchiveImport.LONGEST;

    private static final String MARK = "\uFEFF";

    private ImportFile() {}

    static String read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("Cannot find file '" + file + "'");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Cannot import '" + file + "': it is no file");
        }
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new IllegalArgumentException("Cannot import '" + file + "': it has " + size + " bytes, at most "
                        + MOST_BYTES + " are taken");
            }
            return text(file, Files.readAllBytes(file));
        } catch (CharacterCodingException e) {
            // A cause would be shown in place of this
            throw new IllegalArgumentException("Cannot import '" + file + "': it is not UTF-8");
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read '" + file + "': " + e);
        }
    }

    private static String text(Path file, byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        String words = text.startsWith(MARK) ? text.substring(1) : text;
        if (words.isBlank()) {
            throw new IllegalArgumentException("Cannot import '" + file + "': it is empty");
        }
        return words;
    }
}
