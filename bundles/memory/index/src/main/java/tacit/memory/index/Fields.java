package tacit.memory.index;

import java.util.List;

/** The names of the fields in the index. */
final class Fields {

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String WORKSPACE = "workspace";
    static final String EVERYWHERE = "everywhere";
    static final String USER = "user";
    static final String VISIBILITY = "visibility";
    static final String TYPE = "type";
    static final String CIRCLE = "circle";
    static final String CIRCLE_NAME = "circle.name";
    /** The stamp of each document that stands in the windows of a row. */
    static final String NEAR = "near";

    static final String POSITION = "position";
    static final String AT = "at";
    static final String RARITY = "rarity";
    static final String STATE = "state";
    static final String ENTRY = "entry";

    static final String TEXT = "text";
    static final String STEM = "stem";
    static final String WINDOW1 = "window1";
    static final String WINDOW2 = "window2";
    static final String GROUP = "group";
    static final String GROUP_NAME = "group.name";

    /** What is searched by words. */
    static final List<String> TEXTS = List.of(TEXT, STEM, WINDOW1, WINDOW2, GROUP);

    static final String PIECE = "piece";
    static final String WHOLE = "whole";
    static final String WAITING = "waiting";
    static final String NOBODY = "-";
    static final String YES = "+";

    private Fields() {}

    static String key(String workspace, String id) {
        return workspace + '\n' + id;
    }

    /** Somebody's name in a field, apart from the mark for nobody. */
    static String user(@org.jspecify.annotations.Nullable String userId) {
        return userId == null ? NOBODY : "u" + userId;
    }

    /** The field of a kind of vectors of a model. */
    static String vector(String model, String kind) {
        return "vector." + model + "." + kind;
    }
}
