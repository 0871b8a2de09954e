"""JSON in and out: the shapes of the contract, and the step between them and the model. Spans count UTF-16 units here."""
