package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Finds the exact words of messages, transcripts, notes and memories: what holds all of the query first. */
@Role("quote-recall")
@ConsumerType
public interface QuoteRecall {

    /** The best first; none for a query without words. */
    List<TranscriptHit> search(TranscriptQuery query);
}
