package tacit.pulse.guardrails;

import java.util.List;

/**
 * A program with its arguments. Immutable.
 *
 * @param words the program first; never empty
 * @param targets where its output is written
 * @param inputs texts that it is given
 */
record SimpleCommand(List<ShellWord> words, List<ShellWord> targets, List<String> inputs) {

    SimpleCommand {
        words = List.copyOf(words);
        targets = List.copyOf(targets);
        inputs = List.copyOf(inputs);
    }

    /** In small letters, without its folder; blank when nobody can know it yet. */
    String program() {
        return words.isEmpty() ? "" : words.get(0).program();
    }

    List<ShellWord> arguments() {
        return words.size() < 2 ? List.of() : words.subList(1, words.size());
    }

    List<String> texts() {
        return arguments().stream().map(ShellWord::text).toList();
    }

    /** The same without its first words. */
    SimpleCommand from(int first) {
        return new SimpleCommand(words.subList(Math.min(first, words.size()), words.size()), targets, inputs);
    }

    boolean hasArgument(String pattern) {
        return texts().stream().anyMatch(text -> text.matches(pattern));
    }
}
