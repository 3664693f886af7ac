package tacit.surface.shell.attached;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import tacit.surface.shell.LineRule;

/** What could stand at the end of a begin of a line: names of commands, their verbs and options, and live ids. Thread-safe. */
final class Completions {

    private static final String SCOPE = "tacit:";
    private static final int MOST = 200;

    private final Function<String, Optional<Object>> commands;
    private final BiFunction<String, List<String>, List<String>> ids;

    /**
     * Completes.
     *
     * @param commands the object that runs a command of this name
     * @param ids what is there now for a command, behind the words that stand there
     */
    Completions(Function<String, Optional<Object>> commands, BiFunction<String, List<String>, List<String>> ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Whole words, two hundred at most. */
    List<String> of(String begin) {
        List<String> words = new ArrayList<>(Arrays.asList(begin.stripLeading().split("[ \t]+", -1)));
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? matching(last, names(last)) : matching(last, next(words, last));
    }

    private static List<String> names(String last) {
        return last.startsWith(SCOPE)
                ? LineRule.names().stream()
                        .filter(name -> !name.contains(":"))
                        .map(SCOPE::concat)
                        .toList()
                : LineRule.names();
    }

    private Collection<String> next(List<String> words, String last) {
        String command = words.get(0).startsWith(SCOPE) ? words.get(0).substring(SCOPE.length()) : words.get(0);
        Optional<Object> target = commands.apply(command);
        if (last.startsWith("-")) {
            return target.map(object -> Vocabulary.options(object, command)).orElseGet(TreeSet::new);
        }
        List<String> plain =
                words.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
        List<String> next = new ArrayList<>();
        if (plain.isEmpty()) {
            target.ifPresent(object -> next.addAll(Vocabulary.verbs(object, command)));
        }
        next.addAll(ids.apply(command, plain));
        return next;
    }

    private static List<String> matching(String last, Collection<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(last))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
