package tacit.evidence.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Puts the failures of reading into words for the operator. */
final class ReadProblem {

    private ReadProblem() {}

    static String of(IOException failure) {
        if (failure instanceof UnreadableException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof AccessDeniedException) {
            return "Cannot be opened: access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "Cannot be opened: it does not exist any more";
        }
        if (failure instanceof FileSystemLoopException) {
            return "Passed over: the link leads back to a folder above it";
        }
        if (failure instanceof EOFException) {
            return "Is cut off: the packed content has no end";
        }
        if (failure instanceof ZipException) {
            return "Is damaged: the packed content cannot be unpacked";
        }
        if (failure instanceof CharacterCodingException) {
            return "Is not in UTF-8";
        }
        return "Cannot be read further: " + failure.getClass().getSimpleName();
    }
}
