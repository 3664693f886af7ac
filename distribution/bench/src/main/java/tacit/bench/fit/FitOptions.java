package tacit.bench.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands behind {@code fit-ranker}. Immutable.
 *
 * @param inputs conversations to learn from; may be empty
 * @param out where the weights go
 * @param models of the index
 */
record FitOptions(List<Path> inputs, Path out, List<String> models) {

    private static final String MODELS = "e5-small-v2-q,all-minilm-l6-v2-q";

    static FitOptions of(List<String> arguments) {
        List<Path> inputs = new ArrayList<>();
        String out = "";
        String models = MODELS;
        String name = "";
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                name = argument;
            } else if (name.equals("--input")) {
                inputs.add(file(argument));
            } else if (name.equals("--out")) {
                out = argument;
            } else if (name.equals("--models")) {
                models = argument;
            } else {
                throw new IllegalArgumentException(
                        "'" + argument + "' must stand behind --input, --out or --models, got '" + name + "'");
            }
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException("--out must name the file of the weights");
        }
        return new FitOptions(inputs, Path.of(out), Arrays.asList(models.split(",", -1)));
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--input must be files, got '" + name + "'");
        }
        return file;
    }
}
