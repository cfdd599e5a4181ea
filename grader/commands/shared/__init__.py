"""What several commands need: the file they are about, what is remembered, what is printed."""
