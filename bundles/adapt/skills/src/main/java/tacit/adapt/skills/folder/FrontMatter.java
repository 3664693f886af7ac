package tacit.adapt.skills.folder;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The front matter of a file. Every value is a text, whatever it looks like; anchors, tags and doubled keys are refused.
 *
 * @param name empty when it has none
 * @param description empty when it has none
 * @param meta what else it says
 */
record FrontMatter(String name, String description, SortedMap<String, String> meta) {

    private static final int LONGEST = 20_000;
    private static final int MOST_ENTRIES = 100;

    FrontMatter {
        meta = Collections.unmodifiableSortedMap(new TreeMap<>(meta));
    }

    /**
     * Reads the lines between the fences.
     *
     * @throws IllegalArgumentException when they are no mapping of texts
     */
    static FrontMatter read(String yaml) {
        if (!(load(yaml) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("Front matter must be a mapping");
        }
        SortedMap<String, String> meta = new TreeMap<>();
        for (String key : List.of(SkillDocument.LICENSE, SkillDocument.COMPATIBILITY, SkillDocument.ALLOWED_TOOLS)) {
            if (fields.get(key) != null) {
                meta.put(key, words(key, fields.get(key)));
            }
        }
        metadata(fields.get("metadata"), meta);
        return new FrontMatter(field(fields, "name"), field(fields, "description"), meta);
    }

    private static Object load(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LONGEST)
                .setSchema(new FailsafeSchema())
                .build();
        try {
            Object loaded = new Load(settings).loadFromString(yaml);
            return loaded == null ? "" : loaded;
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("Front matter must be YAML that can be read", e);
        }
    }

    private static String field(Map<?, ?> fields, String key) {
        Object value = fields.get(key);
        return value == null ? "" : words(key, value);
    }

    /** A list of words, as some write it, is the words with blanks between. */
    private static String words(String key, Object value) {
        if (value instanceof List<?> list && key.equals(SkillDocument.ALLOWED_TOOLS)) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        if (value instanceof String text) {
            return text.strip();
        }
        throw new IllegalArgumentException(key + " must be a text");
    }

    private static void metadata(@Nullable Object value, SortedMap<String, String> meta) {
        if (value == null) {
            return;
        }
        if (!(value instanceof Map<?, ?> map) || map.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("metadata must be a mapping of at most " + MOST_ENTRIES + " texts");
        }
        map.forEach((key, text) -> {
            if (!(key instanceof String name) || !(text instanceof String said)) {
                throw new IllegalArgumentException("metadata must be a mapping of texts");
            }
            meta.put(SkillDocument.METADATA + name, said);
        });
    }
}
