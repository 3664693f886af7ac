package tacit.memory.index;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import tacit.api.thread.QuietThread;

/** Merges parts of the index on threads that give way to whoever asks something. Thread-safe. */
final class QuietMerges extends ConcurrentMergeScheduler {

    @Override
    protected synchronized MergeThread getMergeThread(MergeSource source, MergePolicy.OneMerge merge)
            throws IOException {
        return QuietThread.quiet(super.getMergeThread(source, merge));
    }
}
