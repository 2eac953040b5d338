import DugnadApp

exit(App.run(.ofThisProcess()))
