"""What is asked of a handbook when it is read: questions about its journeys, checks of the whole, and what each rule means."""
