package org.coordinationledger.basisdocument.command;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;

/** Rules of basis documents that look at other records. */
public sealed interface BasisDocumentAcross extends Rejection {

    /** The issuer has used the number for a document of this kind in this term or year. */
    record NumberTaken(@Given String number, String by) implements BasisDocumentAcross {}

    /** Party documents are numbered within a term of office, and none is known for that day. */
    record NoTermOfOffice(String issuer, @Given LocalDate issuedOn) implements BasisDocumentAcross {}

    /** A document neither changes nor ends itself. */
    @OfField("by")
    record EndsItself() implements BasisDocumentAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The document that is to change or end this one is not in force on that day. */
    record ByDocumentNotInForce(@Given String document, String number) implements BasisDocumentAcross {}
}
