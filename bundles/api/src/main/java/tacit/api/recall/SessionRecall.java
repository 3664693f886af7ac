package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Finds what was said and done in earlier sessions, in traces, in transcripts of the workspace and in checkpoints. */
@Role("session-recall")
@ConsumerType
public interface SessionRecall {

    /** The best first; none for a query without words. */
    List<TranscriptHit> search(TranscriptQuery query);
}
