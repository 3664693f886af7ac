package tacit.memory.distill;

import java.time.Instant;
import tacit.api.memory.Evidence;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;

/**
 * Something that a user said in a run. Immutable.
 *
 * @param place the span that recorded it, as {@link Evidence} names it
 * @param text the words; what is not to be learnt from is blank, so that places in it stay
 * @param at when
 */
record Said(String place, String text, Instant at) {

    SourceText source() {
        return new SourceText(text, Evidence.Kind.SPAN, place, TrustLane.STATEMENT);
    }

    Said withText(String words) {
        return new Said(place, words, at);
    }
}
