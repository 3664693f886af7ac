package tacit.learn.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.TraceFiles;

/**
 * What {@code learn} was asked to do.
 *
 * @param paths files and folders, absolute
 * @param format a name of a format, or {@code auto}
 * @param json whether the report is one JSON object
 */
record LearnArguments(List<Path> paths, String format, boolean json) {

    LearnArguments {
        paths = List.copyOf(paths);
    }

    /** Reads the words behind the verb; throws {@link IllegalArgumentException} with the reason when they are wrong. */
    static LearnArguments parse(List<String> words, Path workingDirectory) {
        List<Path> paths = new ArrayList<>();
        String format = TraceFiles.AUTO;
        boolean json = false;
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--format")) {
                index++;
                format = index < words.size() ? words.get(index) : missing(word);
            } else if (word.startsWith("--")) {
                throw new IllegalArgumentException("Unknown option '" + word + "'");
            } else {
                paths.add(workingDirectory.resolve(word).normalize());
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("At least one file or folder must be given");
        }
        return new LearnArguments(paths, format, json);
    }

    private static String missing(String option) {
        throw new IllegalArgumentException("Option '" + option + "' needs a value");
    }
}
