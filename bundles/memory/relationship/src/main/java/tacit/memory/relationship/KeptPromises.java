package tacit.memory.relationship;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryRecord;

/** Finds the commitment that a sentence says was kept; where two are meant as likely, none is. */
final class KeptPromises {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern DONE = Pattern.compile(
            "\\b(?:done|completed|finished|shipped|sent|mailed|paid|called|submitted|renewed|booked|delivered|handed in|signed"
                    + "|replied|published|filed|watered|erledigt|fertig|geschickt|abgeschickt|verschickt|gesendet|bezahlt"
                    + "|angerufen|abgegeben|eingereicht|verlängert|gebucht|unterschrieben|gegossen|hecho|terminad[oa]|enviad[oa]"
                    + "|envié|mandé|mandad[oa]|pagué|pagad[oa]|llamé|llamado|entregué|entregad[oa]|renové|renovad[oa]|fait"
                    + "|terminée?|envoyée?s?|payée?|appelée?|rendue?|renouvelée?|soumise?|réservée?|arrosée?s?)\\b",
            FLAGS);
    private static final Pattern NOT_YET = Pattern.compile(
            "\\?|\\b(?:not|n't|never|yet to|will|must|need to|should|if|nicht|kein\\w*|noch|muss|wird|werde|wenn|falls|no|todavía"
                    + "|aún|tengo que|debo|si|ne|pas|encore|dois|sera)\\b|n't\\b",
            FLAGS);
    private static final Set<String> SMALL =
            Set.of(("the and was has have been just already now for with that this our your you"
                            + " tomorrow today yesterday by next week friday monday der die das den dem ist war habe hat ich und wurde schon"
                            + " morgen heute bis los las una fue está ya por para mañana hoy les des est été j'ai demain vient")
                    .split(" ", -1));
    private static final double ENOUGH = 0.6;

    private KeptPromises() {}

    /** The commitment among open ones that a text says was kept. */
    static Optional<MemoryRecord> in(String text, List<MemoryRecord> open) {
        for (String sentence : text.split("(?<=[.!?])\\s+|\\n", -1)) {
            if (DONE.matcher(sentence).find() && !NOT_YET.matcher(sentence).find()) {
                Optional<MemoryRecord> kept = meant(sentence, open);
                if (kept.isPresent()) {
                    return kept;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<MemoryRecord> meant(String sentence, List<MemoryRecord> open) {
        Set<String> said = words(DONE.matcher(sentence).replaceAll(" "));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<MemoryRecord> matches = open.stream()
                .filter(item -> share(said, words(item.text())) >= ENOUGH)
                .toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    private static double share(Set<String> said, Set<String> promised) {
        Set<String> common = new HashSet<>(said);
        common.retainAll(promised);
        return (double) common.size() / said.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1))
                .filter(word -> word.length() >= 3 && !SMALL.contains(word))
                .collect(Collectors.toSet());
    }
}
