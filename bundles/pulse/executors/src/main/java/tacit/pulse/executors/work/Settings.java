package tacit.pulse.executors.work;

import java.util.Map;

/** Reads what an operator says of a device. Immutable. */
record Settings(Map<String, String> all) {

    String get(String name) {
        return all.getOrDefault(name, "").strip();
    }

    String get(String name, String usual) {
        String value = get(name);
        return value.isEmpty() ? usual : value;
    }

    int number(String name, int usual, int least, int most) {
        String word = get(name, String.valueOf(usual));
        int value = word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "settings." + name + " must be in [" + least + ", " + most + "], got '" + word + "'");
        }
        return value;
    }
}
