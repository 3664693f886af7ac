/** Reads Tacit's own JSON lines and the transcripts that coding agents keep of their sessions. */
@NullMarked
package tacit.evidence.transcripts;

import org.jspecify.annotations.NullMarked;
