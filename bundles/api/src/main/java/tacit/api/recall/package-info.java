/**
 * Finding what was said, done and remembered: one index over all sources of words, and a ranker that says why a hit stands
 * where it stands.
 *
 * <pre>
 *   DocumentSource --SearchDocument--> SearchIndex --SearchHit (signals)--> Ranker --RankedHit (reasons)--> recall
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.recall;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
