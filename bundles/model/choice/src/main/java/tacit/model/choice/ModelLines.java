package tacit.model.choice;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Models by a name, as a setting has them. Immutable. */
final class ModelLines {

    private static final int LONGEST = 200;
    private static final Pattern BETWEEN = Pattern.compile("[\\r\\n,]");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/@+~-]*");

    private final Map<String, String> models;

    private ModelLines(Map<String, String> models) {
        this.models = Map.copyOf(models);
    }

    /**
     * Reads {@code NAME=MODEL}, one a line or with commas between.
     *
     * @param setting whose value it is, for complaints
     * @throws IllegalArgumentException when a line is of another form, or a name comes twice
     */
    static ModelLines read(String setting, String text) {
        Map<String, String> models = new TreeMap<>();
        for (String line : BETWEEN.split(text, -1)) {
            if (line.isBlank()) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException(setting + " must be NAME=MODEL, got '" + line.strip() + "'");
            }
            String model = id(setting, line.substring(equals + 1).strip());
            if (models.put(name, model) != null) {
                throw new IllegalArgumentException(setting + " must name '" + name + "' once");
            }
        }
        return new ModelLines(models);
    }

    /** The id of a model, checked: what it is put into (variables, answers, files) must not read it as anything else. */
    static String id(String setting, String model) {
        if (model.length() > LONGEST || !ID.matcher(model).matches()) {
            throw new IllegalArgumentException(
                    setting + " must name a model by letters, digits and . _ : / @ + ~ - in at" + " most " + LONGEST
                            + " characters, got '" + model + "'");
        }
        return model;
    }

    @Nullable
    String model(String name) {
        return models.get(name);
    }

    Set<String> names() {
        return models.keySet();
    }
}
