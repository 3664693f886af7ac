package tacit.trigger.git;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.pulse.TriggerConfiguration;
import tacit.trigger.words.Choices;
import tacit.trigger.words.Options;

/** Which branches and events an operator asked for. Immutable. */
record Interest(List<Pattern> branches, Set<Event> events, List<String> problems) {

    /** What can be told. */
    enum Event {
        COMMITS,
        SWITCHES,
        OPERATIONS,
        CONFLICTS,
        PULLS
    }

    static Interest of(TriggerConfiguration configuration) {
        Options options = new Options(configuration);
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (String word : options.list("events", "commits,switches,operations,conflicts,pulls")) {
            Event event = Choices.of(Event.class, word);
            if (event == null) {
                options.problem(
                        "events must be of commits, switches, operations, conflicts, pulls, got '" + word + "'");
            } else {
                events.add(event);
            }
        }
        List<Pattern> branches =
                options.list("branches", "*").stream().map(Interest::pattern).toList();
        return new Interest(branches, events, options.problems());
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                Arrays.stream(words.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean in(Event event) {
        return events.contains(event);
    }

    boolean of(String branch) {
        return branches.stream().anyMatch(pattern -> pattern.matcher(branch).matches());
    }
}
