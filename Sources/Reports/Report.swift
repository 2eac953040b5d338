// Data before text
