package tacit.memory.sentences;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How things are said in one language, as its resource lists it. Immutable.
 *
 * @param borders what parts clauses
 * @param lead what may stand before a clause without meaning
 * @param trail what may stand behind a value without meaning
 * @param doubtful sentences that assume, wish or pretend
 * @param reported sentences that tell what others say
 * @param momentary clauses that hold for the moment only
 * @param empty values that mean nothing outside their conversation
 * @param request questions that are orders
 * @param denial a clause that denies what the one before it affirmed; group {@code v} is the value
 * @param subject what is missing before a clause that shares the subject of the one before it
 * @param rules of claims, the more special first
 * @param promises ways to say what one has to do; group {@code v} says what
 * @param errands the same of things that are done for somebody, without being asked to remind
 * @param duties the same, that count only with a time
 * @param corrections ways to correct; groups {@code r} and {@code b} say what is right and what was believed
 * @param noCorrections sentences that only look like it
 */
record Grammar(
        Pattern borders,
        Pattern lead,
        Pattern trail,
        Pattern doubtful,
        Pattern reported,
        Pattern momentary,
        Pattern empty,
        Pattern request,
        Pattern denial,
        String subject,
        List<Rule> rules,
        List<Pattern> promises,
        List<Pattern> errands,
        List<Pattern> duties,
        List<Pattern> corrections,
        Pattern noCorrections) {

    /** All that is looked for in whole sentences and clauses. */
    List<Pattern> sought() {
        return Stream.of(
                        Stream.of(borders, doubtful, reported, momentary, request, denial, noCorrections),
                        rules.stream().map(Rule::pattern),
                        promises.stream(),
                        errands.stream(),
                        duties.stream(),
                        corrections.stream())
                .flatMap(patterns -> patterns)
                .toList();
    }
}
