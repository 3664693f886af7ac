package tacit.memory.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tacit.api.memory.MemoryRecord;

/** What of a memory is words of somebody, and not a name that many memories share. */
final class Worded {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern LABEL = Pattern.compile("\\A\\[[^\\]\\n]{1,200}\\]\\s+");

    private Worded() {}

    /** Its text, with and without a label in brackets that a host put before it, and every part that is a phrase; a part of one or two words may be a name that others have, too. */
    static List<String> of(MemoryRecord memory) {
        List<String> words = new ArrayList<>();
        words.add(memory.text());
        words.add(LABEL.matcher(memory.text()).replaceFirst(""));
        if (isPhrase(memory.subject())) {
            words.add(memory.subject());
        }
        memory.attributes().values().stream().filter(Worded::isPhrase).forEach(words::add);
        return words.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    private static boolean isPhrase(String text) {
        return text.strip().split("\\s+", FEWEST_WORDS).length >= FEWEST_WORDS;
    }
}
